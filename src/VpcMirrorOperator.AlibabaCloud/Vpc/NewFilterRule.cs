using VpcMirrorOperator.AlibabaCloud.Rpc;

namespace VpcMirrorOperator.AlibabaCloud.Vpc;

/// <summary>
/// A rule to be made. Rules of a direction are tried by ascending priority; the first that matches decides. Source: API page and SDK model
/// docs of CreateTrafficMirrorFilter and CreateTrafficMirrorFilterRules, 2016-04-28.
/// </summary>
public sealed record NewFilterRule
{
    /// <summary><c>accept</c>: mirror; <c>drop</c>: do not, in no session.</summary>
    public string? Action { get; init; }

    /// <summary><c>ALL</c>, <c>ICMP</c>, <c>TCP</c> or <c>UDP</c>.</summary>
    public string? Protocol { get; init; }

    /// <summary>For example <c>10.0.0.0/8</c>.</summary>
    public string? SourceCidrBlock { get; init; }

    /// <summary>For example <c>0.0.0.0/0</c>.</summary>
    public string? DestinationCidrBlock { get; init; }

    /// <summary><c>a/b</c> within 1 to 65535, or <c>-1/-1</c> for all. Not needed with ALL and ICMP.</summary>
    public string? SourcePortRange { get; init; }

    /// <summary>As <see cref="SourcePortRange"/>.</summary>
    public string? DestinationPortRange { get; init; }

    /// <summary>The smaller number is tried first; unique in its direction.</summary>
    public int? Priority { get; init; }

    /// <summary>
    /// <c>IPv4</c> or <c>IPv6</c>; what the cloud takes when it is absent is not documented. IPv6 is never mirrored.
    /// </summary>
    public string? IpVersion { get; init; }

    internal static void Write(NewFilterRule rule, string prefix, RpcParameters parameters) => parameters
        .Add(prefix + "Action", rule.Action)
        .Add(prefix + "DestinationCidrBlock", rule.DestinationCidrBlock)
        .Add(prefix + "DestinationPortRange", rule.DestinationPortRange)
        .Add(prefix + "IpVersion", rule.IpVersion)
        .Add(prefix + "Priority", rule.Priority)
        .Add(prefix + "Protocol", rule.Protocol)
        .Add(prefix + "SourceCidrBlock", rule.SourceCidrBlock)
        .Add(prefix + "SourcePortRange", rule.SourcePortRange);
}
