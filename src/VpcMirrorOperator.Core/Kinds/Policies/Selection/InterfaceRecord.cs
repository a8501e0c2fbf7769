using VpcMirrorOperator.Api.TrafficMirrorPolicies;

namespace VpcMirrorOperator.Kinds.Policies.Selection;

/// <summary>A network interface as the region's inventory shows it, in the fields that selectors are about.</summary>
internal sealed record InterfaceRecord
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>What sort it is.</summary>
    public required InterfaceType Type { get; init; }

    /// <summary>The zone that it is in.</summary>
    public string? Zone { get; init; }

    /// <summary>Its VPC.</summary>
    public string? VpcId { get; init; }

    /// <summary>Its vSwitch.</summary>
    public string? VSwitchId { get; init; }

    /// <summary>Its security groups.</summary>
    public IReadOnlyList<string> SecurityGroupIds { get; init; } = [];

    /// <summary>Its resource group.</summary>
    public string? ResourceGroupId { get; init; }

    /// <summary>Its tags.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();
}
