#!/usr/bin/env bash
# publish-chart.sh REGISTRY IMAGE-DIGEST: packages the chart with the digest of its image, and pushes it. Leaves the package in this folder.
# Prints the digest of the pushed chart. HELM names the helm to use.
set -euo pipefail
cd "$(dirname "$0")/.."
registry=${1:?usage: publish-chart.sh REGISTRY IMAGE-DIGEST} digest=${2:?usage: publish-chart.sh REGISTRY IMAGE-DIGEST}
helm=${HELM:-helm}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -r charts/vpc-mirror-operator "$work/"
sed -i "s|^  digest: \"\"$|  digest: \"$digest\"|" "$work/vpc-mirror-operator/values.yaml"
grep -qF "digest: \"$digest\"" "$work/vpc-mirror-operator/values.yaml"
"$helm" package "$work/vpc-mirror-operator" --destination . >&2
if [ "$registry" = none ]; then exit; fi
"$helm" push vpc-mirror-operator-*.tgz "oci://$registry" 2>&1 | tee /dev/stderr | sed -n 's/^Digest: //p'
