namespace VpcMirrorOperator.IntegrationTests.Cluster;

/// <summary>Terway's definitions, as far as the operator reads them. Without a status subresource, so that one apply does.</summary>
internal static class TerwayDefinitions
{
    public static string All { get; } = Of("podenis", "PodENI", "Namespaced") + Of("nodes", "Node", "Cluster");

    private static string Of(string plural, string kind, string scope) => $$$"""
        ---
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata: {name: {{{plural}}}.network.alibabacloud.com}
        spec:
          group: network.alibabacloud.com
          scope: {{{scope}}}
          names: {kind: {{{kind}}}, plural: {{{plural}}}, singular: terway{{{plural}}}, listKind: {{{kind}}}List}
          versions:
          - name: v1beta1
            served: true
            storage: true
            schema: {openAPIV3Schema: {type: object, x-kubernetes-preserve-unknown-fields: true}}

        """;
}
