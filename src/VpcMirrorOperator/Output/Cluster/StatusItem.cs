using VpcMirrorOperator.Api.Shared;
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

    /// <summary>The session's region.</summary>
    public required string RegionId { get; init; }

    /// <summary>The session's id.</summary>
    public required string TrafficMirrorSessionId { get; init; }

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

    /// <summary>Desired sources that are really mirrored, in percent; absent while unknown.</summary>
    public int? Coverage { get; init; }

    /// <summary>Sources to add and to remove, for example <c>+3 -1</c>; absent while unknown.</summary>
    public string? Pending { get; init; }

    /// <summary>The hash of the plan; absent when there is nothing to do.</summary>
    public string? PlanHash { get; init; }

    /// <summary>When the session was last observed, as far as the status knows.</summary>
    public DateTimeOffset? LastObservedTime { get; init; }

    /// <summary>The item of an object.</summary>
    public static StatusItem Of(TrafficMirrorSession session)
    {
        var ready = Conditions.Find(session.Status?.Conditions ?? [], ConditionTypes.Ready);
        var current = session.Status?.ObservedGeneration == session.Metadata.Generation;
        return new StatusItem
        {
            Namespace = session.Metadata.Namespace,
            Name = session.Metadata.Name,
            RegionId = session.Spec.RegionId,
            TrafficMirrorSessionId = session.Session().SessionId,
            Policy = session.Spec.Policy().ToString(),
            Suspended = session.Spec.IsSuspended(),
            Ready = ready?.Status.ToString() ?? nameof(ConditionStatus.Unknown),
            Reason = ready?.Reason ?? "Pending",
            Message = ready?.Message ?? "No controller has seen the object yet. Is one running, for this namespace and these labels?",
            Current = current,
            Coverage = session.Status?.Sources?.Coverage,
            Pending = session.Status?.Sources?.Pending,
            PlanHash = session.Status?.Plan?.Hash,
            LastObservedTime = session.Status?.LastObservedTime,
        };
    }
}
