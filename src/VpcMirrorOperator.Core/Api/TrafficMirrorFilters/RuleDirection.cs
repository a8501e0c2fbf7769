using System.Text.Json.Serialization;

namespace VpcMirrorOperator.Api.TrafficMirrorFilters;

/// <summary>Which of the two lists of a filter a rule is in.</summary>
public enum RuleDirection
{
    /// <summary>What the mirrored interfaces receive.</summary>
    [JsonStringEnumMemberName("ingress")]
    Ingress,

    /// <summary>What they send.</summary>
    [JsonStringEnumMemberName("egress")]
    Egress,
}
