using VpcMirrorOperator.Api.TrafficMirrorFilters;
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

    /// <summary>The object's kind.</summary>
    public required string Kind { get; init; }

    /// <summary>The region of the session or filter.</summary>
    public required string RegionId { get; init; }

    /// <summary>The session's id; absent while there is none, and for a filter.</summary>
    public string? TrafficMirrorSessionId { get; init; }

    /// <summary>The filter's id; absent while there is none, and for a session.</summary>
    public string? TrafficMirrorFilterId { get; init; }

    /// <summary><c>cloud</c>: compared just now; <c>status</c>: as the operator last wrote it.</summary>
    public required string Source { get; init; }

    /// <summary>When the session or filter was seen so; absent while unknown.</summary>
    public DateTimeOffset? ObservedTime { get; init; }

    /// <summary>False when nothing can be said, for example because the cloud does not list the session.</summary>
    public bool Compared { get; init; }

    /// <summary>
    /// Whether <see cref="Add"/> and <see cref="Remove"/> are all ids, <see cref="Changes"/> all rules; a status holds only the first ones.
    /// </summary>
    public bool Complete { get; init; }

    /// <summary>Whether the changes wait for a person: a guard, <c>suspend</c> or <c>Observe</c>.</summary>
    public bool Held { get; init; }

    /// <summary>Why, as a condition reason.</summary>
    public required string Reason { get; init; }

    /// <summary>Why, as a sentence.</summary>
    public required string Message { get; init; }

    /// <summary>The value to approve; absent when there is nothing to do.</summary>
    public string? Hash { get; init; }

    /// <summary>True when it does not exist yet, and is created; absent otherwise.</summary>
    public bool? Creates { get; init; }

    /// <summary>How many sources the session has, rules the filter.</summary>
    public int Actual { get; init; }

    /// <summary>How many sources or rules are to be added.</summary>
    public int ToAdd { get; init; }

    /// <summary>How many rules are to be changed in place; absent for a session.</summary>
    public int? ToChange { get; init; }

    /// <summary>How many sources or rules are to be removed.</summary>
    public int ToRemove { get; init; }

    /// <summary>The ids to add.</summary>
    public IReadOnlyList<string> Add { get; init; } = [];

    /// <summary>The ids to remove.</summary>
    public IReadOnlyList<string> Remove { get; init; } = [];

    /// <summary>Attributes to write, each from what it is to what is declared; absent for none.</summary>
    public IReadOnlyList<AttributeChange>? Attributes { get; init; }

    /// <summary>Of a filter, differences of rules: <c>+</c> to add, <c>~</c> to change (old => new), <c>-</c> to remove.</summary>
    public IReadOnlyList<string>? Changes { get; init; }

    /// <summary>The id in the cloud, whatever the kind; null while there is none.</summary>
    internal string? CloudId => TrafficMirrorSessionId ?? TrafficMirrorFilterId;

    /// <summary>How many rules differ; null for a session.</summary>
    internal int? RulesToEdit => Changes is null ? null : ToAdd + (ToChange ?? 0) + ToRemove;

    /// <summary>Whether the session or filter differs.</summary>
    internal bool HasChanges => ToAdd + (ToChange ?? 0) + ToRemove + (Attributes?.Count ?? 0) > 0 || Creates is true;

    /// <summary>After a comparison with the cloud.</summary>
    /// <param name="plan">The comparison.</param>
    /// <param name="readAt">When the session or filter was read.</param>
    public static DiffItem OfCloud(PlanItem plan, DateTimeOffset readAt) => new()
    {
        Namespace = plan.Namespace,
        Name = plan.Name,
        Kind = plan.Kind,
        RegionId = plan.RegionId,
        TrafficMirrorSessionId = plan.TrafficMirrorSessionId,
        TrafficMirrorFilterId = plan.TrafficMirrorFilterId,
        Source = "cloud",
        ObservedTime = TimeConverter.Truncate(readAt),
        Compared = plan.Compared,
        Complete = plan.Compared,
        Held = HeldReasons.Include(plan.Reason),
        Reason = plan.Reason,
        Message = plan.Message,
        Hash = plan.Hash,
        Creates = plan.Creates,
        Actual = plan.Actual,
        ToAdd = plan.Changes is null ? plan.Add.Count : Count(plan.Changes, '+'),
        ToChange = plan.Changes is null ? null : Count(plan.Changes, '~'),
        ToRemove = plan.Changes is null ? plan.Remove.Count : Count(plan.Changes, '-'),
        Add = plan.Add,
        Remove = plan.Remove,
        Attributes = plan.Attributes,
        Changes = plan.Changes,
    };

    /// <summary>As the operator last wrote it.</summary>
    /// <param name="session">The object with its status.</param>
    public static DiffItem OfStatus(TrafficMirrorSession session)
    {
        var status = session.Status ?? new TrafficMirrorSessionStatus();
        var (add, remove) = (status.Plan?.Add ?? [], status.Plan?.Remove ?? []);
        var (toAdd, toRemove) = (status.Sources?.ToAdd ?? 0, status.Sources?.ToRemove ?? 0);
        return OfStatus(StatusItem.Of(session)) with
        {
            Compared = status.Sources?.Pending is not null && status.ObservedGeneration == session.Metadata.Generation,
            Complete = add.Count == toAdd && remove.Count == toRemove,
            Actual = status.Sources?.Actual ?? 0,
            ToAdd = toAdd,
            ToRemove = toRemove,
            Add = add,
            Remove = remove,
            Attributes = status.Plan is { Attributes.Count: > 0 } plan ? plan.Attributes : null,
        };
    }

    /// <inheritdoc cref="OfStatus(TrafficMirrorSession)"/>
    /// <param name="filter">The object with its status.</param>
    public static DiffItem OfStatus(TrafficMirrorFilter filter)
    {
        var (rules, changes) = (filter.Status?.Rules ?? new RuleCounts(), filter.Status?.Plan?.Changes ?? []);
        return OfStatus(StatusItem.Of(filter)) with
        {
            Compared = rules.Pending is not null && filter.Status?.ObservedGeneration == filter.Metadata.Generation,
            Complete = changes.Count == rules.ToAdd + rules.ToChange + rules.ToRemove,
            Actual = rules.Actual,
            ToAdd = rules.ToAdd,
            ToChange = rules.ToChange,
            ToRemove = rules.ToRemove,
            Changes = changes,
        };
    }

    private static DiffItem OfStatus(StatusItem status) => new()
    {
        Namespace = status.Namespace,
        Name = status.Name,
        Kind = status.Kind,
        RegionId = status.RegionId,
        TrafficMirrorSessionId = status.TrafficMirrorSessionId,
        TrafficMirrorFilterId = status.TrafficMirrorFilterId,
        Source = "status",
        ObservedTime = status.LastObservedTime,
        Held = HeldReasons.Include(status.Reason),
        Reason = status.Reason,
        Message = status.Message,
        Hash = status.PlanHash,
    };

    private static int Count(IReadOnlyList<string> changes, char sign) => changes.Count(change => change[0] == sign);
}
