#!/usr/bin/env bash
# build-image.sh [--push] IMAGE: the image for amd64 and arm64, with SBOM and provenance attached. Without --push it is built and thrown away.
# Prints the digest of what was pushed. Needs docker with buildx.
set -euo pipefail
cd "$(dirname "$0")/.."
output=--output=type=cacheonly
if [ "${1:-}" = --push ]; then
  output=--push
  shift
fi
image=${1:?usage: build-image.sh [--push] IMAGE}
metadata=$(mktemp)
trap 'rm -f "$metadata"' EXIT
docker buildx build --platform linux/amd64,linux/arm64 --sbom=true --provenance=mode=max \
  --tag "$image" "$output" --metadata-file "$metadata" . >&2
if [ "$output" = --push ]; then jq --exit-status --raw-output '."containerimage.digest"' "$metadata"; fi
