using System.Text.Json.Serialization;

namespace VpcMirrorOperator.Api.TrafficMirrorFilters;

/// <summary>What happens to a packet that a rule matches. Either ends the search for a rule, in all sessions of the interface.</summary>
public enum RuleAction
{
    /// <summary>It is mirrored.</summary>
    [JsonStringEnumMemberName("accept")]
    Accept,

    /// <summary>It is not mirrored.</summary>
    [JsonStringEnumMemberName("drop")]
    Drop,
}
