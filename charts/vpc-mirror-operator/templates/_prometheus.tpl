{{/* "true" when objects of the Prometheus operator are to be rendered. */}}
{{- define "vmo.hasPrometheusOperator" -}}
{{- $has := .Capabilities.APIVersions.Has "monitoring.coreos.com/v1" -}}
{{- if and (not $has) (eq .Values.metrics.renderMode "failIfMissing") -}}
{{- fail "the cluster does not have monitoring.coreos.com/v1: install the Prometheus operator, or set metrics.renderMode to skipIfMissing" -}}
{{- end -}}
{{- if or $has (eq .Values.metrics.renderMode "always") }}true{{ end -}}
{{- end -}}
