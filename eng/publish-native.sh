#!/usr/bin/env bash
# publish-native.sh OUTPUT [RID]: the one way to publish the native binary; used by the Dockerfile, by CI and by tests.
# RID is linux-x64 or linux-arm64, by default this machine's. For the other architecture the linker needs clang and that
# architecture's C library, zlib and binutils, as installed in the Dockerfile.
set -euo pipefail
cd "$(dirname "$0")/.."
output=${1:?usage: publish-native.sh OUTPUT [linux-x64|linux-arm64]}
case ${2:-$(uname -m)} in
  x86_64 | linux-x64) rid=linux-x64 ;;
  aarch64 | linux-arm64) rid=linux-arm64 ;;
  *) echo "publish-native.sh: no build for ${2:-$(uname -m)}; give linux-x64 or linux-arm64" >&2; exit 1 ;;
esac
# Restored on its own: with --runtime the graph would have one runtime, and the lock files have both.
dotnet restore src/VpcMirrorOperator --verbosity quiet
dotnet publish src/VpcMirrorOperator --no-restore --configuration Release --runtime "$rid" --output "$output" --verbosity quiet
