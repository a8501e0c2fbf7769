namespace VpcMirrorOperator.Api.TrafficMirrorPolicies;

/// <summary>One term of a <see cref="LabelSelector"/>.</summary>
public sealed record LabelRequirement
{
    /// <summary>The label that it is about.</summary>
    public required string Key { get; init; }

    /// <summary>What must hold of the label.</summary>
    public required LabelOperator Operator { get; init; }

    /// <summary>At least one with <c>In</c> and <c>NotIn</c>; none with the other two.</summary>
    public IReadOnlyList<string> Values { get => field ?? []; init; } = [];
}
