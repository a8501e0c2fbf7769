using VpcMirrorOperator.AlibabaCloud.Json;
using VpcMirrorOperator.AlibabaCloud.Tagging;

namespace VpcMirrorOperator.AlibabaCloud.Vpc;

/// <summary>
/// One filter as ListTrafficMirrorFilters reports it (element of <c>TrafficMirrorFilters</c>). The API promises no field, so every one may
/// be absent; a field of an undocumented type is read as absent too.
/// </summary>
public sealed record ListedTrafficMirrorFilter
{
    /// <summary><c>tmf-…</c>.</summary>
    public string? TrafficMirrorFilterId { get; init; }

    /// <summary>1 to 128 characters.</summary>
    public string? TrafficMirrorFilterName { get; init; }

    /// <summary>1 to 256 characters.</summary>
    public string? TrafficMirrorFilterDescription { get; init; }

    /// <summary><c>Creating</c>, <c>Created</c>, <c>Modifying</c> or <c>Deleting</c>.</summary>
    public string? TrafficMirrorFilterStatus { get; init; }

    /// <summary>Rules for what the sources receive, in no promised order. Null when absent, which is not the same as none.</summary>
    public ReplyList<ListedFilterRule>? IngressRules { get; init; }

    /// <summary>Rules for what the sources send, in no promised order. Null when absent, which is not the same as none.</summary>
    public ReplyList<ListedFilterRule>? EgressRules { get; init; }

    /// <summary><c>rg-…</c>.</summary>
    public string? ResourceGroupId { get; init; }

    /// <summary>Tags; null when absent.</summary>
    public ReplyList<ResourceTag>? Tags { get; init; }

    /// <summary>UTC.</summary>
    public string? CreationTime { get; init; }
}
