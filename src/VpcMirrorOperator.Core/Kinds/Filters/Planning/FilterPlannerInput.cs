using VpcMirrorOperator.Api.TrafficMirrorFilters;
using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kinds.Filters.Planning;

/// <summary>Everything that a decision about a filter depends on.</summary>
internal sealed record FilterPlannerInput
{
    /// <summary>The object: spec, annotations and status.</summary>
    public required TrafficMirrorFilter Declared { get; init; }

    /// <summary>The filter as the cloud shows it; null when the cloud does not list it.</summary>
    public required ObservedFilter? Observed { get; init; }

    /// <summary>When the read of <see cref="Observed"/> was started.</summary>
    public required DateTimeOffset ReadAt { get; init; }

    /// <summary>The time of the reconcile.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>What this process has learned about the filter.</summary>
    public required FilterMemory Memory { get; init; }

    /// <summary>This process, as written into the operation's holder.</summary>
    public required string Holder { get; init; }

    /// <summary>The sessions that use the filter; null while that is not known. Only <see cref="BlindGuard"/> asks.</summary>
    public FilterUsage? Usage { get; init; }

    /// <summary>The older object that owns the same filter; null when this object owns it.</summary>
    public ObjectKey? Owner { get; init; }

    /// <summary>What the installation would have to allow; null when it does.</summary>
    public string? Missing { get; init; }

    /// <summary>All other objects that name the filter, those that are going included.</summary>
    public IReadOnlyCollection<TrafficMirrorFilter> Others { get; init; } = [];
}
