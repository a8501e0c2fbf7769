using System.Text.Json.Serialization;

namespace VpcMirrorOperator.Api.TrafficMirrorFilters;

/// <summary>The protocol of the packets that a rule is about.</summary>
public enum RuleProtocol
{
    /// <summary>Any.</summary>
    [JsonStringEnumMemberName("ALL")]
    All,

    /// <summary>ICMP.</summary>
    [JsonStringEnumMemberName("ICMP")]
    Icmp,

    /// <summary>TCP; may have ports.</summary>
    [JsonStringEnumMemberName("TCP")]
    Tcp,

    /// <summary>UDP; may have ports.</summary>
    [JsonStringEnumMemberName("UDP")]
    Udp,
}
