#!/usr/bin/env bash
# publish-native.sh OUTPUT [RID]: the one way to publish the native binary; used by the Dockerfile, by CI and by tests.
# RID is linux-x64 or linux-arm64, by default this machine's. For the other architecture the linker needs clang and that
# architecture's C library, zlib and binutils, as installed in the Dockerfile.
set -euo pipefail
cd "$(dirname "$0")/.."
output=${1:?usage: publish-native.sh OUTPUT [linux-x64|linux-arm64]}
if [ $# -ge 2 ]; then target=(--runtime "$2"); else target=(--use-current-runtime); fi
dotnet publish src/VpcMirrorOperator --configuration Release "${target[@]}" --output "$output" --verbosity quiet
