#!/usr/bin/env bash
# pin-install.sh IMAGE@DIGEST: prints deploy/install.yaml with exactly this image.
set -euo pipefail
cd "$(dirname "$0")/.."
image=${1:?usage: pin-install.sh IMAGE@DIGEST}
grep -qE '^ +image: ghcr.io/' deploy/install.yaml
sed -E "s|^( +image: )ghcr.io/.*|\1$image|" deploy/install.yaml
