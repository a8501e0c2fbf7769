using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorFilters;
using VpcMirrorOperator.Api.TrafficMirrorPolicies;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Engine.Errors;
using VpcMirrorOperator.Kinds.Filters.Planning;
using VpcMirrorOperator.Kinds.Policies.Planning;
using VpcMirrorOperator.Kinds.Sessions.Planning;
using VpcMirrorOperator.Kubernetes.Model;
using Step = VpcMirrorOperator.Engine.Decisions.Decision;

namespace VpcMirrorOperator.Output;

/// <summary>What would happen to one session.</summary>
internal sealed record PlanItem
{
    /// <summary>The object's namespace.</summary>
    public required string Namespace { get; init; }

    /// <summary>The object's name.</summary>
    public required string Name { get; init; }

    /// <summary>The session's region.</summary>
    public required string RegionId { get; init; }

    /// <summary>The object's kind.</summary>
    public string Kind { get; init; } = TrafficMirrorSession.KindName;

    /// <summary>The session's id; null for another kind.</summary>
    public string? TrafficMirrorSessionId { get; init; }

    /// <summary>The filter's id; null for another kind.</summary>
    public string? TrafficMirrorFilterId { get; init; }

    /// <summary>The next step: <c>Done</c>, <c>Write</c>, <c>Wait</c>, <c>Hold</c> or <c>Stall</c>.</summary>
    public required string Decision { get; init; }

    /// <summary>Why, as a condition reason.</summary>
    public required string Reason { get; init; }

    /// <summary>Why, as a sentence.</summary>
    public required string Message { get; init; }

    /// <summary>Names exactly this set of additions and removals: the value to approve. Absent when there is nothing to do.</summary>
    public string? Hash { get; init; }

    /// <summary>False when the cloud does not show the session, so that nothing can be said.</summary>
    public bool Compared { get; init; }

    /// <summary>True when it does not exist yet, and is created; absent otherwise.</summary>
    public bool? Creates { get; init; }

    /// <summary>Sources declared.</summary>
    public int Desired { get; init; }

    /// <summary>Sources that the session has.</summary>
    public int Actual { get; init; }

    /// <summary>All ids to add.</summary>
    public IReadOnlyList<string> Add { get; init; } = [];

    /// <summary>All ids to remove.</summary>
    public IReadOnlyList<string> Remove { get; init; } = [];

    /// <summary>Attributes of the session to write, each from what it is to what is declared; null for none.</summary>
    public IReadOnlyList<AttributeChange>? Attributes { get; init; }

    /// <summary>Differences of rules, one line each: <c>+</c> to add, <c>~</c> to change (old => new), <c>-</c> to remove.</summary>
    public IReadOnlyList<string>? Changes { get; init; }

    /// <summary>The id in the cloud, whatever the kind.</summary>
    internal string? CloudId => TrafficMirrorSessionId ?? TrafficMirrorFilterId;

    /// <summary>Why the removals wait while additions are made; null when they do not.</summary>
    public string? RemovalsHeld { get; init; }

    /// <summary>The file that declares the object, as it was named; <c>-</c> for standard input.</summary>
    public string? File { get; init; }

    /// <summary>The object's first line in the file, from 1.</summary>
    public int? Line { get; init; }

    /// <summary>Whether the session differs.</summary>
    internal bool HasChanges => Add.Count + Remove.Count + (Attributes?.Count ?? 0) + (Changes?.Count ?? 0) > 0;

    /// <summary>Whether some of the differences wait for a person.</summary>
    internal bool IsHeld => HasChanges && (RemovalsHeld is not null || HeldReasons.Include(Reason));

    /// <summary>The item of one comparison.</summary>
    /// <param name="session">The object.</param>
    /// <param name="plan">The planner's answer.</param>
    /// <param name="actual">How many sources the session has.</param>
    public static PlanItem Of(TrafficMirrorSession session, Plan plan, int actual) => new()
    {
        Namespace = session.Metadata.Namespace,
        Name = session.Metadata.Name,
        RegionId = session.Spec.RegionId,
        TrafficMirrorSessionId = session.SessionId(),
        Decision = NameOf(plan.Decision),
        Reason = plan.Decision.Reason,
        Message = plan.Decision.Message,
        Hash = plan.Hash,
        Compared = plan.Diff is not null,
        Desired = session.Spec.SourceIds.Count,
        Actual = actual,
        Add = plan.Diff?.ToAdd ?? [],
        Remove = plan.Diff?.ToRemove ?? [],
        Attributes = plan.Facts is { Attributes.IsEmpty: false } facts ? [.. facts.Attributes.Changes] : null,
        RemovalsHeld = plan.Decision is Step.Write<OperationState> ? plan.RemovalHold?.Message : null,
    };

    /// <summary>The item of a session that does not exist yet.</summary>
    /// <param name="session">The object.</param>
    /// <param name="decision">To create it, or why that is not possible.</param>
    public static PlanItem OfNew(TrafficMirrorSession session, Step decision) => new()
    {
        Namespace = session.Metadata.Namespace,
        Name = session.Metadata.Name,
        RegionId = session.Spec.RegionId,
        Decision = NameOf(decision),
        Reason = decision.Reason,
        Message = decision.Message,
        Compared = true,
        Creates = decision is Step.Write<OperationState> ? true : null,
        Desired = session.Spec.SourceIds.Count,
        Add = session.Spec.SourceIds,
        Attributes = session.Spec.Session is { } declared ? AttributeDiff.OfNew(declared) : null,
    };

    /// <summary>The item of a session that could not be read.</summary>
    /// <param name="session">The object.</param>
    /// <param name="cause">What is known of the error.</param>
    /// <param name="message">The error with its remedy.</param>
    public static PlanItem Unread(TrafficMirrorSession session, CloudErrorRule cause, string message) => new()
    {
        Namespace = session.Metadata.Namespace,
        Name = session.Metadata.Name,
        RegionId = session.Spec.RegionId,
        TrafficMirrorSessionId = session.SessionId(),
        Decision = cause.IsTemporary ? nameof(Step.Wait) : nameof(Step.Stall),
        Reason = cause.Reason,
        Message = message,
        Desired = session.Spec.SourceIds.Count,
    };

    /// <summary>The item of the comparison of a filter.</summary>
    /// <param name="filter">The object.</param>
    /// <param name="plan">The planner's answer.</param>
    public static PlanItem Of(TrafficMirrorFilter filter, FilterPlan plan) => ItemOf(filter) with
    {
        Decision = NameOf(plan.Decision),
        Reason = plan.Decision.Reason,
        Message = plan.Decision.Message,
        Hash = plan.Facts?.Hash,
        Compared = plan.Facts is not null,
        Actual = plan.Facts?.Edits.Sum(edit => edit.Table.Count) ?? 0,
        Attributes = plan.Facts is { Attributes.IsEmpty: false } attributes ? [.. attributes.Attributes] : null,
        Changes = plan.Facts is { } facts ? [.. facts.Changes.Select(change => change.ToString())] : null,
    };

    /// <summary>The item of a filter that does not exist yet.</summary>
    /// <param name="filter">The object.</param>
    /// <param name="decision">To create it, or why that is not possible.</param>
    public static PlanItem OfNew(TrafficMirrorFilter filter, Step decision) => ItemOf(filter) with
    {
        Decision = NameOf(decision),
        Reason = decision.Reason,
        Message = decision.Message,
        Compared = true,
        Creates = decision is Step.Write<OperationState> ? true : null,
        Attributes = [.. FilterAttributes.OfNew(filter.Spec.Filter)],
        Changes = [.. FilterFacts.OfNew(filter.Spec).Select(change => change.ToString())],
    };

    /// <summary>The item of a filter that could not be read.</summary>
    /// <param name="filter">The object.</param>
    /// <param name="cause">What is known of the error.</param>
    /// <param name="message">The error with its remedy.</param>
    public static PlanItem Unread(TrafficMirrorFilter filter, CloudErrorRule cause, string message) => ItemOf(filter) with
    {
        Decision = cause.IsTemporary ? nameof(Step.Wait) : nameof(Step.Stall), Reason = cause.Reason, Message = message,
    };

    private static PlanItem ItemOf(TrafficMirrorFilter filter) => new()
    {
        Kind = TrafficMirrorFilter.KindName,
        Namespace = filter.Metadata.Namespace,
        Name = filter.Metadata.Name,
        RegionId = filter.Spec.RegionId,
        TrafficMirrorFilterId = filter.FilterId(),
        Decision = "",
        Reason = "",
        Message = "",
        Desired = (filter.Spec.IngressRules?.Count ?? 0) + (filter.Spec.EgressRules?.Count ?? 0),
    };

    /// <summary>The item with the place of its declaration.</summary>
    /// <param name="places">Where objects are declared.</param>
    public PlanItem At(IReadOnlyDictionary<(string Kind, ObjectKey Key), ManifestPlace> places) =>
        places.GetValueOrDefault((Kind, new ObjectKey(Namespace, Name))) is { } place ? this with { File = place.File, Line = place.Line }
            : this;

    /// <summary>A policy that was planned: what would become of its sessions.</summary>
    public static PlanItem Of(TrafficMirrorPolicy policy, PolicyPlan plan, DateTimeOffset now)
    {
        var writes = plan.Packing.Writes.Count > 0 ? plan.Packing.Writes : plan.Packing.Planned;
        var verdict = PolicyVerdict.Of(policy, plan, wasReady: false, now);
        return Of(policy, verdict) with
        {
            Decision = plan.Packing.Writes.Count > 0 ? nameof(Step.Write<OperationState>) : DecisionOf(verdict),
            Hash = plan.Memory.Guard.Held?.Hash,
            Compared = true,
            Desired = plan.Coverage.Count,
            Actual = plan.Coverage.Values.Count(reason => reason == CoverageReasons.Covered),
            Changes = writes.Count == 0 ? null : [.. writes.Select(WriteText.Of)],
        };
    }

    /// <summary>A policy that was not planned.</summary>
    public static PlanItem Of(TrafficMirrorPolicy policy, PolicyVerdict verdict) => new()
    {
        Kind = TrafficMirrorPolicy.KindName,
        Namespace = policy.Metadata.Namespace,
        Name = policy.Metadata.Name,
        RegionId = policy.Spec.RegionId,
        Decision = DecisionOf(verdict),
        Reason = verdict.Reason,
        Message = verdict.Message,
    };

    /// <summary>A policy whose region could not be read.</summary>
    public static PlanItem Unread(TrafficMirrorPolicy policy, CloudErrorRule cause, string message) => Of(
        policy, new PolicyVerdict(ConditionStatus.Unknown, cause.Reason, message, !cause.IsTemporary, IsWorking: cause.IsTemporary));

    private static string DecisionOf(PolicyVerdict verdict) => verdict switch
    {
        { Ready: ConditionStatus.True } => nameof(Step.Done),
        { NeedsPerson: true } => nameof(Step.Stall),
        _ => nameof(Step.Wait),
    };

    private static string NameOf(Step decision) => decision switch
    {
        Step.Done => nameof(Step.Done),
        Step.Write<OperationState> => nameof(Step.Write<OperationState>),
        Step.Wait => nameof(Step.Wait),
        Step.Hold => nameof(Step.Hold),
        _ => nameof(Step.Stall),
    };
}
