{{/* Options of the controller, only those that differ from its own defaults. */}}
{{- define "vmo.args" -}}
{{- $args := list -}}
{{- with .Values.scope.namespaces }}{{ $args = append $args (printf "--namespaces=%s" (join "," .)) }}{{ end -}}
{{- if .Values.tenancy.enabled }}{{ $args = append $args "--tenancy-file=/etc/vpc-mirror/tenancy/tenancy.yaml" }}{{ end -}}
{{- with .Values.scope.selector }}{{ $args = append $args (printf "--selector=%s" .) }}{{ end -}}
{{- if not .Values.leaderElection.enabled }}{{ $args = append $args "--leader-elect=false" }}{{ end -}}
{{- if ne (include "vmo.lease" .) "vpc-mirror-operator" }}{{ $args = append $args (printf "--lease-name=%s" (include "vmo.lease" .)) }}{{ end -}}
{{- if ne (int .Values.concurrency) 4 }}{{ $args = append $args (printf "--concurrency=%d" (int .Values.concurrency)) }}{{ end -}}
{{- include "vmo.checkMetrics" . -}}
{{- if not .Values.metrics.secure }}{{ $args = append $args "--metrics-secure=false" }}{{ end -}}
{{- with .Values.metrics.certificateSecret }}{{ $args = append $args "--metrics-cert-dir=/var/run/vpc-mirror/metrics-certificate" }}{{ end -}}
{{- with .Values.endpoint }}{{ $args = append $args (printf "--endpoint=%s" .) }}{{ end -}}
{{- if ne .Values.logLevel "information" }}{{ $args = append $args (printf "--log-level=%s" .Values.logLevel) }}{{ end -}}
{{- if ne .Values.logFormat "json" }}{{ $args = append $args (printf "--log-format=%s" .Values.logFormat) }}{{ end -}}
{{- with concat $args .Values.extraArgs }}{{ toYaml . }}{{ end -}}
{{- end -}}
