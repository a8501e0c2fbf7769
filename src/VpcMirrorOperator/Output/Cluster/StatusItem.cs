using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorFilters;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Output.Cluster;

/// <summary>The result of <c>status</c>: the document of <c>-o json</c> and <c>-o yaml</c>. Fields are only ever added.</summary>
/// <param name="Items">One entry for each object, by namespace and name.</param>
internal sealed record StatusReport(IReadOnlyList<StatusItem> Items);

/// <summary>Where one object stands.</summary>
internal sealed record StatusItem
{
    /// <summary>The object's namespace.</summary>
    public required string Namespace { get; init; }

    /// <summary>The object's name.</summary>
    public required string Name { get; init; }

    /// <summary>The object's kind.</summary>
    public required string Kind { get; init; }

    /// <summary>The region of the session or filter.</summary>
    public required string RegionId { get; init; }

    /// <summary>The session's id; absent while there is none, and for a filter.</summary>
    public string? TrafficMirrorSessionId { get; init; }

    /// <summary>The filter's id; absent while there is none, and for a session.</summary>
    public string? TrafficMirrorFilterId { get; init; }

    /// <summary>The policy in force.</summary>
    public required string Policy { get; init; }

    /// <summary>Whether <c>spec.suspend</c> is set: a suspended object can be ready.</summary>
    public bool Suspended { get; init; }

    /// <summary><c>True</c>, <c>False</c> or <c>Unknown</c>; <c>Unknown</c> also before the operator has seen the object.</summary>
    public required string Ready { get; init; }

    /// <summary>The reason of the condition <c>Ready</c>.</summary>
    public required string Reason { get; init; }

    /// <summary>The message of the condition <c>Ready</c>.</summary>
    public required string Message { get; init; }

    /// <summary>False while the status speaks of an older spec.</summary>
    public bool Current { get; init; }

    /// <summary>Desired sources that are really mirrored, in percent; absent while unknown, and for a filter.</summary>
    public int? Coverage { get; init; }

    /// <summary>Rules that a filter has; absent while unknown, and for a session.</summary>
    public int? Rules { get; init; }

    /// <summary>
    /// Sources to add and to remove, for example <c>+3 -1</c>, of a filter rules to add, change and remove, <c>+1 ~2 -1</c>; absent while
    /// unknown.
    /// </summary>
    public string? Pending { get; init; }

    /// <summary>The hash of the plan; absent when there is nothing to do.</summary>
    public string? PlanHash { get; init; }

    /// <summary>When the session or filter was last observed, as far as the status knows.</summary>
    public DateTimeOffset? LastObservedTime { get; init; }

    /// <summary>The id in the cloud, whatever the kind; null while there is none.</summary>
    internal string? CloudId => TrafficMirrorSessionId ?? TrafficMirrorFilterId;

    /// <summary>The item of a session.</summary>
    public static StatusItem Of(TrafficMirrorSession session) =>
        Of(session, session.Status?.Conditions, session.Status?.ObservedGeneration) with
        {
            Kind = TrafficMirrorSession.KindName,
            RegionId = session.Spec.RegionId,
            TrafficMirrorSessionId = session.SessionId(),
            Policy = session.Spec.Policy().ToString(),
            Suspended = session.Spec.IsSuspended(),
            Coverage = session.Status?.Sources?.Coverage,
            Pending = session.Status?.Sources?.Pending,
            PlanHash = session.Status?.Plan?.Hash,
            LastObservedTime = session.Status?.LastObservedTime,
        };

    /// <summary>The item of a filter.</summary>
    public static StatusItem Of(TrafficMirrorFilter filter) =>
        Of(filter, filter.Status?.Conditions, filter.Status?.ObservedGeneration) with
        {
            Kind = TrafficMirrorFilter.KindName,
            RegionId = filter.Spec.RegionId,
            TrafficMirrorFilterId = filter.FilterId(),
            Policy = filter.Spec.Policy().ToString(),
            Suspended = filter.Spec.IsSuspended(),
            Rules = filter.Status?.Rules?.Actual,
            Pending = filter.Status?.Rules?.Pending,
            PlanHash = filter.Status?.Plan?.Hash,
            LastObservedTime = filter.Status?.LastObservedTime,
        };

    private static StatusItem Of(IResource item, IReadOnlyList<Condition>? conditions, long? observedGeneration)
    {
        var ready = Conditions.Find(conditions ?? [], ConditionTypes.Ready);
        return new StatusItem
        {
            Namespace = item.Metadata.Namespace,
            Name = item.Metadata.Name,
            Kind = "",
            RegionId = "",
            Policy = "",
            Ready = ready?.Status.ToString() ?? nameof(ConditionStatus.Unknown),
            Reason = ready?.Reason ?? "Pending",
            Message = ready?.Message ?? "No controller has seen the object yet. Is one running, for this namespace and these labels?",
            Current = observedGeneration == item.Metadata.Generation,
        };
    }
}
