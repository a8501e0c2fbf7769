namespace VpcMirrorOperator.Api.TrafficMirrorPolicies;

/// <summary>As <c>metav1.LabelSelector</c>: all terms must hold; without a term it selects everything.</summary>
public sealed record LabelSelector
{
    /// <summary>Labels that must have these values.</summary>
    public IReadOnlyDictionary<string, string>? MatchLabels { get; init; }

    /// <summary>Further terms.</summary>
    public IReadOnlyList<LabelRequirement>? MatchExpressions { get; init; }
}
