{{/* Where the pod's keys come from: environment variables of a container, and for a projected token its volume and mount. */}}
{{- define "vmo.credentialsEnv" -}}
{{- include "vmo.checkCredentials" . -}}
{{- with .Values.credentials -}}
{{- if .rrsa.roleArn }}
- name: ALIBABA_CLOUD_ROLE_ARN
  value: {{ .rrsa.roleArn }}
- name: ALIBABA_CLOUD_OIDC_PROVIDER_ARN
  value: {{ required "credentials.rrsa.oidcProviderArn is needed with credentials.rrsa.roleArn" .rrsa.oidcProviderArn }}
- name: ALIBABA_CLOUD_OIDC_TOKEN_FILE
  value: /var/run/secrets/ack.alibabacloud.com/rrsa-tokens/token
{{- else if not .rrsa.roleName }}
{{- range $name, $key := dict "ALIBABA_CLOUD_ACCESS_KEY_ID" "accessKeyId" "ALIBABA_CLOUD_ACCESS_KEY_SECRET" "accessKeySecret" "ALIBABA_CLOUD_SECURITY_TOKEN" "securityToken" }}
- name: {{ $name }}
  valueFrom:
    secretKeyRef:
      name: {{ $.Values.credentials.secretName }}
      key: {{ $key }}
      optional: true
{{- end }}
{{- end }}
{{- end }}
{{- end -}}

{{- define "vmo.credentialsVolumes" -}}
{{- if .Values.credentials.rrsa.roleArn }}
- name: rrsa-token
  projected:
    sources:
    - serviceAccountToken:
        audience: sts.aliyuncs.com
        expirationSeconds: 3600
        path: token
{{- end }}
{{- end -}}

{{- define "vmo.credentialsMounts" -}}
{{- if .Values.credentials.rrsa.roleArn }}
- name: rrsa-token
  mountPath: /var/run/secrets/ack.alibabacloud.com/rrsa-tokens
  readOnly: true
{{- end }}
{{- end -}}

{{/* Two ways at once: the one that is not used would go unnoticed. */}}
{{- define "vmo.checkCredentials" -}}
{{- with .Values.credentials -}}
{{- if and .rrsa.roleName .rrsa.roleArn }}{{ fail "credentials.rrsa.roleName and credentials.rrsa.roleArn are both set; choose the webhook (roleName) or the projected token (roleArn)" }}{{ end -}}
{{- if and .create (or .rrsa.roleName .rrsa.roleArn) }}{{ fail "credentials.create and credentials.rrsa are both set; choose one" }}{{ end -}}
{{- end -}}
{{- end -}}
