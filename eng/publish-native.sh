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
if [ $# -ge 3 ]; then target=(--runtime "$3"); else target=(--use-current-runtime); fi
dotnet publish "$project" --configuration Release "${target[@]}" --output "$output" --verbosity quiet
