#!/usr/bin/env bash
# measure.sh [WHAT]: measures the native binary on a real API server and prints its tables; docs/benchmarks.md explains them. About twenty
# minutes. WHAT is a comma-separated choice of size, start, memory, limit, large, idle, allocations and takeover; all of these by default.
# Numbers of objects may follow memory and limit: memory:100,1000. soak, an hour of churn, only when it is asked for; soak:10 for ten minutes.
# KUBEBUILDER_ASSETS names a folder with etcd, kube-apiserver and kubectl. VPC_MIRROR_BINARY names a binary to measure; without it one is
# published first, which takes about two minutes more. VPC_MIRROR_PEER names a program to compare with; without it tests/peers/client-go is
# built where Go and client-go are installed. VPC_MIRROR_PEER_OPTIONS are options of that program.
set -euo pipefail
cd "$(dirname "$0")/.."
: "${KUBEBUILDER_ASSETS:?set it to a folder with etcd, kube-apiserver and kubectl, or to one with several such folders}"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
binary=${VPC_MIRROR_BINARY:-}
if [ -z "$binary" ]; then
  eng/publish-native.sh controller "$work" >&2
  binary=$work/vpc-mirror-controller
fi
if [[ ${1:-memory} == *memory* && -z ${VPC_MIRROR_PEER:-} ]] && tests/peers/client-go/build.sh "$work/mirror-peer"; then
  export VPC_MIRROR_PEER=$work/mirror-peer
fi
project=tests/VpcMirrorOperator.Measurements
dotnet build "$project" --configuration Release --verbosity quiet >&2
dotnet run --no-build --configuration Release --project "$project" -- "$binary" "$@"
