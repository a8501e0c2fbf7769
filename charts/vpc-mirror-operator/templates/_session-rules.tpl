{{/* What the operator does with its objects. */}}
{{- define "vmo.sessionRules" }}
- apiGroups: [vpcmirror.io]
  resources: [trafficmirrorfilters, trafficmirrorsessions]
  verbs: [list, watch, patch]
- apiGroups: [vpcmirror.io]
  resources: [trafficmirrorfilters/status, trafficmirrorsessions/status]
  verbs: [patch]
- apiGroups: [events.k8s.io]
  resources: [events]
  verbs: [create, patch]
{{- end }}
