#!/usr/bin/env bash
# push-chart.sh PACKAGE REGISTRY: pushes a packaged chart, and prints the digest of what was pushed. HELM names the helm to use.
set -euo pipefail
package=${1:?usage: push-chart.sh PACKAGE REGISTRY} registry=${2:?usage: push-chart.sh PACKAGE REGISTRY}
"${HELM:-helm}" push "$package" "oci://$registry" 2>&1 | tee /dev/stderr | sed -n 's/^Digest: //p'
