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
# What lists the packages of the image.
scanner=docker/buildkit-syft-scanner:1.12.0@sha256:ae4f3b554449e7e25548e7d8ccc029d17357348e30c6e3df01b92bc93654d6a9
metadata=$(mktemp)
trap 'rm -f "$metadata"' EXIT
docker buildx build --platform linux/amd64,linux/arm64 --sbom="generator=$scanner" --provenance=mode=max \
  --tag "$image" "$output" --metadata-file "$metadata" . >&2
if [ "$output" = --push ]; then jq --exit-status --raw-output '."containerimage.digest"' "$metadata"; fi
