#!/usr/bin/env bash
# get-helm.sh VERSION FOLDER: helm for the tests of the chart, its checksum verified. VERSION is like v3.10.3, or latest-3 or latest-4.
# Prints HELM=… for the environment.
set -euo pipefail
version=${1:?usage: get-helm.sh VERSION FOLDER} folder=${2:?usage: get-helm.sh VERSION FOLDER}
case $version in
  latest-*) version=$(curl -fsSL "https://get.helm.sh/helm${version#latest-}-latest-version") ;;
esac
mkdir -p "$folder"
cd "$folder"
archive=helm-$version-linux-amd64.tar.gz
curl -fsSLO "https://get.helm.sh/$archive"
curl -fsSL "https://get.helm.sh/$archive.sha256sum" | sha256sum --check >&2
tar -xzf "$archive"
echo "HELM=$PWD/linux-amd64/helm"
