{{/* Mistakes that would leave a cluster open to all, or closed to all, without a word. */}}
{{- define "vmo.checkTenancy" -}}
{{- with .Values.tenancy -}}
{{- if and .namespaces (not .enabled) }}{{ fail "tenancy.namespaces is set and tenancy.enabled is not: nothing would be restricted; set tenancy.enabled=true" }}{{ end -}}
{{- if and .admissionPolicy (not .enabled) }}{{ fail "tenancy.admissionPolicy needs tenancy.enabled=true" }}{{ end -}}
{{- end -}}
{{- end -}}

{{- define "vmo.tenancyVolume" -}}
{{- if .Values.tenancy.enabled }}
- name: tenancy
  configMap:
    name: {{ include "vmo.name" . }}-tenancy
    items: [{key: tenancy.yaml, path: tenancy.yaml}]
{{- end }}
{{- end -}}

{{- define "vmo.tenancyMount" -}}
{{- if .Values.tenancy.enabled }}
- name: tenancy
  mountPath: /etc/vpc-mirror/tenancy
  readOnly: true
{{- end }}
{{- end -}}

{{/* The list as a CEL literal. Names and ids hold no quotes: values.schema.json checks them. */}}
{{- define "vmo.tenancyExpression" -}}
{{- $spaces := list -}}
{{- range $space, $rights := .Values.tenancy.namespaces -}}
{{- $lists := list -}}
{{- range $list := list "regions" "sessions" "targets" -}}
{{- $ids := list -}}
{{- range $id := default (list) (get $rights $list) -}}
{{- $ids = append $ids (printf "'%s'" $id) -}}
{{- end -}}
{{- $lists = append $lists (printf "'%s': [%s]" $list (join ", " $ids)) -}}
{{- end -}}
{{- $spaces = append $spaces (printf "'%s': {%s}" $space (join ", " $lists)) -}}
{{- end -}}
{ {{- join ", " $spaces -}} }
{{- end -}}
