{{/* What the operator does with its objects. */}}
{{- define "vmo.sessionRules" }}
# A policy makes, changes and deletes the objects of its sessions, and asks for one by name before anything final. Otherwise patch is for
# the finalizers and a memory: what a user declared is never written.
- apiGroups: [vpcmirror.io]
  resources: [trafficmirrorsessions]
  verbs: [get, list, watch, create, patch, delete]
- apiGroups: [vpcmirror.io]
  resources: [trafficmirrorfilters]
  verbs: [list, watch, patch]
- apiGroups: [vpcmirror.io]
  resources: [trafficmirrorpolicies]
  verbs: [get, list, watch, patch]
# So that a policy may be named as the owner that waits for its sessions (blockOwnerDeletion).
- apiGroups: [vpcmirror.io]
  resources: [trafficmirrorpolicies/finalizers]
  verbs: [update]
- apiGroups: [vpcmirror.io]
  resources: [trafficmirrorfilters/status, trafficmirrorpolicies/status, trafficmirrorsessions/status]
  verbs: [patch]
- apiGroups: [events.k8s.io]
  resources: [events]
  verbs: [create, patch]
{{- end }}
