namespace VpcMirrorOperator.Api.TrafficMirrorPolicies;

/// <summary>
/// Selects the interfaces of pods. At least one field is set, so that nobody selects every pod by an empty word (rule P1).
/// </summary>
public sealed record PodSource
{
    /// <summary>Labels of the pods; absent or empty: all pods of the namespaces.</summary>
    public LabelSelector? PodSelector { get; init; }

    /// <summary>Labels of their namespaces; absent: the policy's own namespace; empty: all namespaces.</summary>
    public LabelSelector? NamespaceSelector { get; init; }
}
