#!/usr/bin/env bash
# release-notes.sh VERSION [CHANGELOG]: prints the section of a version, without its heading.
set -euo pipefail
version=${1:?usage: release-notes.sh VERSION [CHANGELOG]} changelog=${2:-$(dirname "$0")/../CHANGELOG.md}
notes=$(awk -v heading="## [$version]" 'index($0, "## ") == 1 { inside = index($0, heading) == 1; next } inside' "$changelog" | sed '/./,$!d')
if [ -z "$notes" ]; then
  echo "$changelog has no section '## [$version]': write it before the tag." >&2
  exit 1
fi
printf '%s\n' "$notes"
