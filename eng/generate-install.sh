#!/usr/bin/env bash
# Writes deploy/install.yaml from config/default. With --check it writes nothing and fails when the file is stale.
# KUBECTL names the kubectl to use (1.36 or another with the same kustomize output); without it KUBEBUILDER_ASSETS (a folder, or one
# with several version folders), then PATH.
set -euo pipefail
cd "$(dirname "$0")/.."
for found in "${KUBECTL:-}" "${KUBEBUILDER_ASSETS:-}/kubectl" "${KUBEBUILDER_ASSETS:-}"/*/kubectl kubectl; do
  if command -v "$found" >/dev/null; then kubectl=$found; break; fi
done
target=deploy/install.yaml

generate() {
  cat <<'HEADER'
# Generated from config/default by eng/generate-install.sh; do not edit.
#   kubectl apply -f deploy/install.yaml
# Kubernetes 1.29 or later. Deleting this file's objects deletes the CRDs and with them every TrafficMirrorSession and TrafficMirrorFilter,
# but nothing in the cloud: sessions and filters stay as they are.
HEADER
  "${kubectl:?no kubectl: set KUBECTL}" kustomize config/default
}

# First to a variable: a kubectl that fails must not leave half a file.
text=$(generate)
if [ "${1:-}" = --check ]; then
  diff -u "$target" <(printf '%s\n' "$text") || { echo "$target is stale: run eng/generate-install.sh" >&2; exit 1; }
else
  printf '%s\n' "$text" >"$target"
fi
