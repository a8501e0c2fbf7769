using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Output.Cluster;

/// <summary>The result of <c>diff</c>: the document of <c>-o json</c> and <c>-o yaml</c>. Fields are only ever added.</summary>
internal sealed record DiffItem
{
    /// <summary>The object's namespace.</summary>
    public required string Namespace { get; init; }

    /// <summary>The object's name.</summary>
    public required string Name { get; init; }

    /// <summary>The session's region.</summary>
    public required string RegionId { get; init; }

    /// <summary>The session's id.</summary>
    public required string TrafficMirrorSessionId { get; init; }

    /// <summary><c>cloud</c>: compared just now; <c>status</c>: as the operator last wrote it.</summary>
    public required string Source { get; init; }

    /// <summary>When the session was seen so; absent while unknown.</summary>
    public DateTimeOffset? ObservedTime { get; init; }

    /// <summary>False when nothing can be said, for example because the cloud does not list the session.</summary>
    public bool Compared { get; init; }

    /// <summary>Whether <see cref="Add"/> and <see cref="Remove"/> are all ids; a status holds only the first ones.</summary>
    public bool Complete { get; init; }

    /// <summary>Whether the changes wait for a person: a guard, <c>suspend</c> or <c>Observe</c>.</summary>
    public bool Held { get; init; }

    /// <summary>Why, as a condition reason.</summary>
    public required string Reason { get; init; }

    /// <summary>Why, as a sentence.</summary>
    public required string Message { get; init; }

    /// <summary>The value to approve; absent when there is nothing to do.</summary>
    public string? Hash { get; init; }

    /// <summary>How many sources the session has.</summary>
    public int Actual { get; init; }

    /// <summary>How many sources are to be added.</summary>
    public int ToAdd { get; init; }

    /// <summary>How many sources are to be removed.</summary>
    public int ToRemove { get; init; }

    /// <summary>The ids to add.</summary>
    public IReadOnlyList<string> Add { get; init; } = [];

    /// <summary>The ids to remove.</summary>
    public IReadOnlyList<string> Remove { get; init; } = [];

    /// <summary>Whether the session differs.</summary>
    internal bool HasChanges => ToAdd + ToRemove > 0;

    /// <summary>After a comparison with the cloud.</summary>
    /// <param name="session">The object.</param>
    /// <param name="plan">The comparison.</param>
    /// <param name="readAt">When the session was read.</param>
    public static DiffItem OfCloud(TrafficMirrorSession session, PlanItem plan, DateTimeOffset readAt) =>
        Of(session, plan.Reason, plan.Message) with
    {
        Source = "cloud",
        ObservedTime = TimeConverter.Truncate(readAt),
        Compared = plan.Compared,
        Complete = plan.Compared,
        Held = HeldReasons.Include(plan.Reason),
        Hash = plan.Hash,
        Actual = plan.Actual,
        ToAdd = plan.Add.Count,
        ToRemove = plan.Remove.Count,
        Add = plan.Add,
        Remove = plan.Remove,
    };

    /// <summary>As the operator last wrote it.</summary>
    /// <param name="session">The object with its status.</param>
    public static DiffItem OfStatus(TrafficMirrorSession session)
    {
        var status = session.Status ?? new TrafficMirrorSessionStatus();
        var ready = Conditions.Find(status.Conditions, ConditionTypes.Ready);
        var (add, remove) = (status.Plan?.Add ?? [], status.Plan?.Remove ?? []);
        var (toAdd, toRemove) = (status.Sources?.ToAdd ?? 0, status.Sources?.ToRemove ?? 0);
        return Of(session, ready?.Reason ?? "Pending", ready?.Message ?? "No controller has seen the object yet.") with
        {
            ObservedTime = status.LastObservedTime,
            Compared = status.Sources?.Pending is not null && status.ObservedGeneration == session.Metadata.Generation,
            Complete = add.Count == toAdd && remove.Count == toRemove,
            Held = HeldReasons.Include(ready?.Reason ?? ""),
            Hash = status.Plan?.Hash,
            Actual = status.Sources?.Actual ?? 0,
            ToAdd = toAdd,
            ToRemove = toRemove,
            Add = add,
            Remove = remove,
        };
    }

    private static DiffItem Of(TrafficMirrorSession session, string reason, string message) => new()
    {
        Namespace = session.Metadata.Namespace,
        Name = session.Metadata.Name,
        RegionId = session.Spec.RegionId,
        TrafficMirrorSessionId = session.Session().SessionId,
        Source = "status",
        Reason = reason,
        Message = message,
    };
}
