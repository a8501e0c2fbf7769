#!/usr/bin/env bash
# update-packages.sh: writes all packages.lock.json and THIRD-PARTY-NOTICES.md anew. Run it after a change of packages, of the SDK's
# version, or of the projects; then commit what changed.
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet restore --force-evaluate -p:RestoreLockedMode=false
eng/third-party-notices.sh >THIRD-PARTY-NOTICES.md.new
mv THIRD-PARTY-NOTICES.md.new THIRD-PARTY-NOTICES.md
