{{/* The port of the metrics: the controller's own defaults. */}}
{{- define "vmo.metricsPort" -}}
{{- ternary 8443 8080 .Values.metrics.secure -}}
{{- end -}}

{{- define "vmo.metricsVolumes" -}}
{{- with .Values.metrics.certificateSecret }}
- name: metrics-certificate
  secret:
    secretName: {{ . }}
    # Whatever else is in the Secret stays out of the pod.
    items: [{key: tls.crt, path: tls.crt}, {key: tls.key, path: tls.key}]
{{- end }}
{{- end -}}

{{- define "vmo.metricsMounts" -}}
{{- if .Values.metrics.certificateSecret }}
- name: metrics-certificate
  mountPath: /var/run/vpc-mirror/metrics-certificate
  readOnly: true
{{- end }}
{{- end -}}

{{/* How a ServiceMonitor or PodMonitor ("kind" beside the root as "root") reads metrics that are secure. */}}
{{- define "vmo.secureScrape" -}}
{{- $metrics := .root.Values.metrics -}}
scheme: https
{{- if $metrics.tokenSecret.name }}
authorization:
  credentials:
    name: {{ $metrics.tokenSecret.name }}
    key: {{ $metrics.tokenSecret.key | default "token" }}
{{- else if eq .kind "PodMonitor" }}
{{- fail "metrics.podMonitor needs metrics.tokenSecret: a PodMonitor cannot send the token of Prometheus itself; or set metrics.secure to false" }}
{{- else }}
bearerTokenFile: /var/run/secrets/kubernetes.io/serviceaccount/token
{{- end }}
tlsConfig:
  {{- if $metrics.certificateSecret }}
  ca:
    secret:
      name: {{ $metrics.certificateSecret }}
      key: ca.crt
  serverName: {{ include "vmo.name" .root }}-metrics.{{ .root.Release.Namespace }}.svc
  {{- else }}
  # Each pod signs its certificate itself.
  insecureSkipVerify: true
  {{- end }}
{{- end -}}

{{- define "vmo.checkMetrics" -}}
{{- if and .Values.metrics.certificateSecret (not .Values.metrics.secure) }}{{ fail "metrics.certificateSecret is not used when metrics.secure is false; choose one" }}{{ end -}}
{{- end -}}
