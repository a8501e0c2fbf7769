#!/usr/bin/env bash
# check-version.sh VERSION: fails unless program, chart, images in manifests and changelog are all of this version.
set -euo pipefail
cd "$(dirname "$0")/.."
version=${1:?usage: check-version.sh VERSION}
wrong=0
# holds FILE TEXT: the file has a line that is this text, but for spaces around it.
holds() {
  if sed -E 's/^ +| +$//g' "$1" | grep -cxF -- "$2" >/dev/null; then return; fi
  echo "$1 lacks the line: $2" >&2
  wrong=1
}
holds Directory.Build.props "<Version>$version</Version>"
holds charts/vpc-mirror-operator/Chart.yaml "version: $version"
holds charts/vpc-mirror-operator/Chart.yaml "appVersion: $version"
holds charts/vpc-mirror-operator/Chart.yaml "image: ghcr.io/vpcmirror/vpc-mirror-operator:$version"
holds config/manager/deployment.yaml "image: ghcr.io/vpcmirror/vpc-mirror-operator:$version"
holds deploy/install.yaml "image: ghcr.io/vpcmirror/vpc-mirror-operator:$version"
exit "$wrong"
