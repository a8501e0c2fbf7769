#!/usr/bin/env bash
# sign-files.sh FOLDER: writes SHA256SUMS of the files in FOLDER, and signs each of them without a long-lived key (Sigstore): beside FILE comes
# FILE.sigstore.json, with signature, certificate and the entry of the transparency log. COSIGN names the cosign to use.
set -euo pipefail
cd "${1:?usage: sign-files.sh FOLDER}"
rm -f SHA256SUMS ./*.sigstore.json
files=(*)
sha256sum -- "${files[@]}" >SHA256SUMS
for file in "${files[@]}" SHA256SUMS; do
  "${COSIGN:-cosign}" sign-blob --yes --bundle "$file.sigstore.json" "$file" >/dev/null
done
