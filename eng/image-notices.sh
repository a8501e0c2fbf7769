#!/usr/bin/env bash
# image-notices.sh FOLDER [RID]: the licences and notices of everything that is linked into the native binary, as the image carries them: this
# repository's own, and those that the packages of the .NET runtime and of ASP.NET Core bring. Needs the packages restored.
set -euo pipefail
cd "$(dirname "$0")/.."
folder=${1:?usage: image-notices.sh FOLDER [linux-x64|linux-arm64]} rid=${2:-linux-x64}
packages=${NUGET_PACKAGES:-$HOME/.nuget/packages}
# The runtime's libraries are of the version of the compiler that comes with the SDK.
version=$(awk -F'"' '/"Microsoft.DotNet.ILCompiler": \{/ { found = 1 } found && /"resolved"/ { print $4; exit }' src/VpcMirrorOperator.Controller/packages.lock.json)
mkdir -p "$folder"
cp LICENSE THIRD-PARTY-NOTICES.md "$folder/"
# copy PACKAGE NAME: its two files, under the name of what it is.
copy() {
  local from=$packages/$1/${version:?no version of the compiler in the lock file}
  cp "$from"/LICENSE.* "$folder/$2-LICENSE.txt"
  cp "$from"/THIRD-PARTY-NOTICES.* "$folder/$2-THIRD-PARTY-NOTICES.txt"
}
copy "microsoft.netcore.app.runtime.nativeaot.$rid" dotnet-runtime
copy "microsoft.aspnetcore.app.runtime.$rid" aspnetcore
