#!/usr/bin/env bash
# build.sh OUTPUT: builds mirror-peer with the Go and the client-go of Debian 13 (packages golang-go and golang-k8s-client-go-dev), or with
# what GO_ROOT has: a folder with these packages unpacked. Exits with 3 and one line when they are not there.
set -euo pipefail
cd "$(dirname "$0")"
output=$(realpath -m "${1:?usage: build.sh OUTPUT}")
root=${GO_ROOT:-}
library=$root/usr/share/gocode
if [ -n "$root" ]; then
  GOROOT=$(echo "$root"/usr/lib/go-[0-9]*) && export GOROOT
  PATH=$GOROOT/bin:$PATH
fi
if ! command -v go >/dev/null || [ ! -d "$library/src/k8s.io/client-go" ]; then
  echo "no plain client-go to compare with: install golang-go and golang-k8s-client-go-dev (Debian 13), or see tests/peers/client-go" >&2
  exit 3
fi
# As the packages are meant to be used: no modules, nothing from the network.
export GO111MODULE=off GOPATH=$PWD:$library GOTOOLCHAIN=local GOPROXY=off GOFLAGS= CGO_ENABLED=0
go build -trimpath -ldflags '-s -w' -o "$output" mirror-peer
