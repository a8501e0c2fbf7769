#!/usr/bin/env bash
# Makes config/prometheus/prometheus-rule.yaml, the object for the Prometheus operator, from alerts.yaml beside it.
set -euo pipefail
cd "$(dirname "$0")/../config/prometheus"
{
  cat <<'EOF'
# Made from alerts.yaml by eng/prometheus-rule.sh. Needs the Prometheus operator.
apiVersion: monitoring.coreos.com/v1
kind: PrometheusRule
metadata:
  name: vpc-mirror-operator
  namespace: vpc-mirror-system
spec:
EOF
  sed -n '/^groups:/,$ s/^/  /p' alerts.yaml
} >prometheus-rule.yaml
