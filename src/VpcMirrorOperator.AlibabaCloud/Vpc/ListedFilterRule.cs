namespace VpcMirrorOperator.AlibabaCloud.Vpc;

/// <summary>
/// One rule as ListTrafficMirrorFilters reports it (element of <c>IngressRules</c> and <c>EgressRules</c>). The API promises no field, so
/// every one may be absent; a field of an undocumented type is read as absent too.
/// </summary>
public sealed record ListedFilterRule
{
    /// <summary><c>tmr-…</c>.</summary>
    public string? TrafficMirrorFilterRuleId { get; init; }

    /// <summary><c>tmf-…</c>.</summary>
    public string? TrafficMirrorFilterId { get; init; }

    /// <summary><c>Creating</c>, <c>Created</c>, <c>Modifying</c> or <c>Deleting</c>.</summary>
    public string? TrafficMirrorFilterRuleStatus { get; init; }

    /// <summary><c>ingress</c> or <c>egress</c>.</summary>
    public string? TrafficDirection { get; init; }

    /// <summary><c>accept</c> or <c>drop</c>.</summary>
    public string? Action { get; init; }

    /// <summary><c>ALL</c>, <c>ICMP</c>, <c>TCP</c> or <c>UDP</c>.</summary>
    public string? Protocol { get; init; }

    /// <summary>For example <c>10.0.0.0/8</c>.</summary>
    public string? SourceCidrBlock { get; init; }

    /// <summary>For example <c>0.0.0.0/0</c>.</summary>
    public string? DestinationCidrBlock { get; init; }

    /// <summary><c>a/b</c> within 1 to 65535, or <c>-1/-1</c> for all.</summary>
    public string? SourcePortRange { get; init; }

    /// <summary>As <see cref="SourcePortRange"/>.</summary>
    public string? DestinationPortRange { get; init; }

    /// <summary>The smaller number is tried first.</summary>
    public int? Priority { get; init; }

    /// <summary><c>IPv4</c> or <c>IPv6</c>.</summary>
    public string? IpVersion { get; init; }
}
