using System.Text.Json.Serialization;

namespace VpcMirrorOperator.AlibabaCloud.Ecs;

/// <summary>An IPv6 prefix of a network interface (element of <c>Ipv6PrefixSet</c>).</summary>
public sealed record Ipv6Prefix
{
    /// <summary>For example <c>2001:db8::/80</c>.</summary>
    [JsonPropertyName("Ipv6Prefix")]
    public string? Value { get; init; }
}
