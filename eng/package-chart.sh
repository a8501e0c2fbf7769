#!/usr/bin/env bash
# package-chart.sh IMAGE-DIGEST FOLDER: packages the chart with the digest of its image into FOLDER. HELM names the helm to use.
set -euo pipefail
cd "$(dirname "$0")/.."
digest=${1:?usage: package-chart.sh IMAGE-DIGEST FOLDER} folder=${2:?usage: package-chart.sh IMAGE-DIGEST FOLDER}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -r charts/vpc-mirror-operator "$work/"
sed -i "s|^  digest: \"\"$|  digest: \"$digest\"|" "$work/vpc-mirror-operator/values.yaml"
grep -qF "digest: \"$digest\"" "$work/vpc-mirror-operator/values.yaml"
"${HELM:-helm}" package "$work/vpc-mirror-operator" --destination "$folder"
