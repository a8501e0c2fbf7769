using System.Text.Json.Serialization;

namespace VpcMirrorOperator.AlibabaCloud.Ecs;

/// <summary>An IPv4 prefix of a network interface (element of <c>Ipv4PrefixSet</c>).</summary>
public sealed record Ipv4Prefix
{
    /// <summary>For example <c>192.168.0.16/28</c>.</summary>
    [JsonPropertyName("Ipv4Prefix")]
    public string? Value { get; init; }
}
