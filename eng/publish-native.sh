#!/usr/bin/env bash
# publish-native.sh controller|tool OUTPUT [RID]: the one way to publish the native binaries; used by the Dockerfile, by CI and by tests.
# RID is linux-x64 or linux-arm64, by default this machine's. For the other architecture the linker needs clang and that
# architecture's C library, zlib and binutils, as installed in the Dockerfile.
set -euo pipefail
cd "$(dirname "$0")/.."
usage="usage: publish-native.sh controller|tool OUTPUT [linux-x64|linux-arm64]"
case ${1:?$usage} in
  controller) project=src/VpcMirrorOperator.Controller ;;
  tool) project=src/VpcMirrorOperator ;;
  *) echo "$usage" >&2; exit 1 ;;
esac
output=${2:?$usage}
case ${3:-$(uname -m)} in
  x86_64 | linux-x64) rid=linux-x64 ;;
  aarch64 | linux-arm64) rid=linux-arm64 ;;
  *) echo "publish-native.sh: no build for ${3:-$(uname -m)}; give linux-x64 or linux-arm64" >&2; exit 1 ;;
esac
# Restored on its own: with --runtime the graph would have one runtime, and the lock files have both.
dotnet restore "$project" --verbosity quiet
dotnet publish "$project" --no-restore --configuration Release --runtime "$rid" --output "$output" --verbosity quiet
