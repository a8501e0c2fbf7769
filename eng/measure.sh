#!/usr/bin/env bash
# measure.sh [WHAT]: measures the native binary on a real API server and prints one table; docs/benchmarks.md explains it. About ten minutes.
# WHAT is a comma-separated choice of size, start, memory, large, idle, allocations and takeover; all by default.
# KUBEBUILDER_ASSETS names a folder with etcd, kube-apiserver and kubectl. VPC_MIRROR_BINARY names a binary to measure; without it one is
# published first, which takes about two minutes more.
set -euo pipefail
cd "$(dirname "$0")/.."
: "${KUBEBUILDER_ASSETS:?set it to a folder with etcd, kube-apiserver and kubectl, or to one with several such folders}"
binary=${VPC_MIRROR_BINARY:-}
if [ -z "$binary" ]; then
  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
  eng/publish-native.sh controller "$work" >&2
  binary=$work/vpc-mirror-controller
fi
project=tests/VpcMirrorOperator.Measurements
dotnet build "$project" --configuration Release --verbosity quiet >&2
dotnet run --no-build --configuration Release --project "$project" -- "$binary" "$@"
