namespace VpcMirrorOperator.Api.TrafficMirrorPolicies;

/// <summary>Selects by what the cloud says of an interface. At least one field is set, and all that are set must hold.</summary>
public sealed record InterfaceSource
{
    /// <summary>Tags that it must have with these values; at most <see cref="PolicyBounds.MaxTags"/>.</summary>
    public IReadOnlyDictionary<string, string>? Tags { get; init; }

    /// <summary>The VPC that it is in, <c>vpc-…</c>.</summary>
    public string? VpcId { get; init; }

    /// <summary>The vSwitches of which it must be in one, <c>vsw-…</c>.</summary>
    public IReadOnlyList<string>? VSwitchIds { get; init; }

    /// <summary>The security group that it must be in, <c>sg-…</c>.</summary>
    public string? SecurityGroupId { get; init; }

    /// <summary>The resource group that it must be in, <c>rg-…</c>.</summary>
    public string? ResourceGroupId { get; init; }

    /// <summary>The types of which it must be one.</summary>
    public IReadOnlyList<InterfaceType>? Types { get; init; }
}
