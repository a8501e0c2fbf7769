using VpcMirrorOperator.AlibabaCloud.Json;
using VpcMirrorOperator.AlibabaCloud.Tagging;

namespace VpcMirrorOperator.AlibabaCloud.Vpc;

/// <summary>
/// One traffic mirror session as ListTrafficMirrorSessions reports it (element of <c>TrafficMirrorSessions</c>). The API
/// promises no field, so every one may be absent; a field of an undocumented type is read as absent too.
/// </summary>
/// <remarks>Nothing of it is <c>init</c>: the JSON reader would collect all fields, boxed, before it makes each session.</remarks>
public sealed record ListedTrafficMirrorSession
{
    /// <summary><c>tms-…</c>.</summary>
    public string? TrafficMirrorSessionId { get; set; }

    /// <summary>1 to 128 characters.</summary>
    public string? TrafficMirrorSessionName { get; set; }

    /// <summary>1 to 256 characters.</summary>
    public string? TrafficMirrorSessionDescription { get; set; }

    /// <summary><c>Creating</c>, <c>Created</c>, <c>Modifying</c> or <c>Deleting</c>. Only a Created session takes a change.</summary>
    public string? TrafficMirrorSessionStatus { get; set; }

    /// <summary><c>Normal</c>, or <c>FinancialLocked</c> while a payment is overdue.</summary>
    public string? TrafficMirrorSessionBusinessStatus { get; set; }

    /// <summary>The mirrored interfaces, <c>eni-…</c>, in no promised order. Null when absent, which is not the same as none.</summary>
    public ReplyList<string>? TrafficMirrorSourceIds { get; set; }

    /// <summary>Where the copies go: a network interface or a load balancer.</summary>
    public string? TrafficMirrorTargetId { get; set; }

    /// <summary><c>NetworkInterface</c> or <c>SLB</c>; newer kinds are possible.</summary>
    public string? TrafficMirrorTargetType { get; set; }

    /// <summary><c>tmf-…</c>; a filter without rules mirrors nothing.</summary>
    public string? TrafficMirrorFilterId { get; set; }

    /// <summary>A session that is not enabled mirrors nothing, whatever its status.</summary>
    public bool? Enabled { get; set; }

    /// <summary>1 to 32766, unique per account and region; the smaller wins.</summary>
    public int? Priority { get; set; }

    /// <summary>VXLAN network identifier, 0 to 16777215.</summary>
    public int? VirtualNetworkId { get; set; }

    /// <summary>Bytes of each packet that are mirrored, 64 to 8500.</summary>
    public int? PacketLength { get; set; }

    /// <summary><c>rg-…</c>.</summary>
    public string? ResourceGroupId { get; set; }

    /// <summary>Tags; null when absent.</summary>
    public ReplyList<ResourceTag>? Tags { get; set; }

    /// <summary>UTC; the documented example has minute precision (<c>2023-09-05T15:26Z</c>).</summary>
    public string? CreationTime { get; set; }
}
