#!/usr/bin/env bash
# get-api-servers.sh FOLDER: envtest's etcd, kube-apiserver and kubectl of the oldest supported and of a recent Kubernetes, for the tests on
# real servers. Needs Go. Prints KUBEBUILDER_ASSETS=… for the environment.
set -euo pipefail
folder=${1:?usage: get-api-servers.sh FOLDER}
for version in 1.29.x 1.36.x; do
  go run sigs.k8s.io/controller-runtime/tools/setup-envtest@release-0.24 use "$version" --bin-dir "$folder" -p path >&2
done
echo "KUBEBUILDER_ASSETS=$folder/k8s"
