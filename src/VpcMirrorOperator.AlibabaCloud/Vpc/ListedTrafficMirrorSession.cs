using VpcMirrorOperator.AlibabaCloud.Json;
using VpcMirrorOperator.AlibabaCloud.Tagging;

namespace VpcMirrorOperator.AlibabaCloud.Vpc;

/// <summary>
/// One traffic mirror session as ListTrafficMirrorSessions reports it (element of <c>TrafficMirrorSessions</c>). The API
/// promises no field, so every one may be absent; a field of an undocumented type is read as absent too.
/// </summary>
public sealed record ListedTrafficMirrorSession
{
    /// <summary><c>tms-…</c>.</summary>
    public string? TrafficMirrorSessionId { get; init; }

    /// <summary>1 to 128 characters.</summary>
    public string? TrafficMirrorSessionName { get; init; }

    /// <summary>1 to 256 characters.</summary>
    public string? TrafficMirrorSessionDescription { get; init; }

    /// <summary><c>Creating</c>, <c>Created</c>, <c>Modifying</c> or <c>Deleting</c>. Only a Created session takes a change.</summary>
    public string? TrafficMirrorSessionStatus { get; init; }

    /// <summary><c>Normal</c>, or <c>FinancialLocked</c> while a payment is overdue.</summary>
    public string? TrafficMirrorSessionBusinessStatus { get; init; }

    /// <summary>The mirrored interfaces, <c>eni-…</c>, in no promised order. Null when absent, which is not the same as none.</summary>
    public ReplyList<string>? TrafficMirrorSourceIds { get; init; }

    /// <summary>Where the copies go: a network interface or a load balancer.</summary>
    public string? TrafficMirrorTargetId { get; init; }

    /// <summary><c>NetworkInterface</c> or <c>SLB</c>; newer kinds are possible.</summary>
    public string? TrafficMirrorTargetType { get; init; }

    /// <summary><c>tmf-…</c>; a filter without rules mirrors nothing.</summary>
    public string? TrafficMirrorFilterId { get; init; }

    /// <summary>A session that is not enabled mirrors nothing, whatever its status.</summary>
    public bool? Enabled { get; init; }

    /// <summary>1 to 32766, unique per account and region; the smaller wins.</summary>
    public int? Priority { get; init; }

    /// <summary>VXLAN network identifier, 0 to 16777215.</summary>
    public int? VirtualNetworkId { get; init; }

    /// <summary>Bytes of each packet that are mirrored, 64 to 8500.</summary>
    public int? PacketLength { get; init; }

    /// <summary><c>rg-…</c>.</summary>
    public string? ResourceGroupId { get; init; }

    /// <summary>Tags; null when absent.</summary>
    public ReplyList<ResourceTag>? Tags { get; init; }

    /// <summary>UTC; the documented example has minute precision (<c>2023-09-05T15:26Z</c>).</summary>
    public string? CreationTime { get; init; }
}
