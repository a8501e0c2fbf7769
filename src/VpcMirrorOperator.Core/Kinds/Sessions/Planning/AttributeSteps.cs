using System.Collections.Immutable;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Engine.Operations;

namespace VpcMirrorOperator.Kinds.Sessions.Planning;

/// <summary>
/// Writes the declared attributes of a session (rule S8): under <c>Sync</c> only, in one Update with just what differs. A number that
/// another session holds is left out, and what the cloud refuses is put aside for a while, so that neither attributes nor sources wait for
/// the other.
/// </summary>
internal static class AttributeSteps
{
    /// <summary>What is to be written now: nothing but under <c>Sync</c>, and no number that another session holds.</summary>
    public static AttributeDiff Writable(PlannerInput input, AttributeDiff diff) =>
        input.Declared.Spec.Policy() != ManagementPolicy.Sync ? AttributeDiff.None
        : diff.WantedPriority is { } priority && IsHeld(input, priority) ? diff.WithoutPriority() : diff;

    /// <summary>The next write; null when there is none that may be made.</summary>
    public static Decision? Next(PlannerInput input, PlanFacts facts)
    {
        if (facts.Attributes.IsEmpty || facts.Operation is not null) return null;
        var diff = Writable(input, facts.Attributes);
        return Write(input, facts, OperationVerb.Update, diff.Update, OperationState.Recorded(diff.Update))
            ?? Write(input, facts, OperationVerb.Tag, diff.Tags, AttributeOperation.TagParameters(diff.Tags));
    }

    /// <summary>What is left when nothing else is to be done; null when nothing is.</summary>
    public static Decision? Left(PlannerInput input, PlanFacts facts)
    {
        if (facts.Attributes.IsEmpty) return null;
        if (input.Declared.Spec.Policy() != ManagementPolicy.Sync)
            return new Decision.Stall(
                Reasons.AttributesDiffer,
                $"Attributes of the session are not as spec.session declares them ({Names(facts.Attributes)}). They are written under "
                + "managementPolicy: Sync only.",
                null);
        if (PutAside(input, facts) is { } aside)
            return new Decision.Stall(aside.Why.Reason, aside.Why.Message, aside.RetryAt - input.Now);
        return facts.Attributes.WantedPriority is { } priority
            ? PriorityConflict(HolderOf(input, priority), priority, "Everything else is as declared.")
            : null;
    }

    /// <summary>What waits of what differs: the change whose time comes first.</summary>
    private static RefusedChange? PutAside(PlannerInput input, PlanFacts facts)
    {
        var (trial, diff) = (facts.AttributeTrial, facts.Attributes);
        RefusedChange?[] all = [diff.Update.IsEmpty ? null : trial.Update, diff.Tags.IsEmpty ? null : trial.Tags];
        return all.OfType<RefusedChange>().Where(change => input.Now < change.RetryAt).MinBy(change => change.RetryAt);
    }

    private static Decision.Write<OperationState>? Write(
        PlannerInput input, PlanFacts facts, OperationVerb verb, ImmutableSortedDictionary<string, string> values,
        IReadOnlyDictionary<string, string> parameters)
    {
        if (values.IsEmpty) return null;
        var operation = BatchPlanner.New(input, verb) with { Target = input.Session.SessionId, Parameters = parameters };
        operation = operation with { ClientToken = ClientTokens.For(input.Declared.Metadata.Uid, operation) };
        if (facts.AttributeTrial.IsPutAside(operation, input.Now)) return null;
        return new Decision.Write<OperationState>(
            Reasons.UpdatingSession,
            $"Attributes of the session to be written: {Names(facts.Attributes)}.",
            operation,
            DryRunFirst: verb == OperationVerb.Update && input.Declared.Spec.WantsDryRun() && facts.ValidatedHash != facts.WholeHash);
    }

    /// <summary>Stalls where another session holds a priority; null when none does, as far as is known.</summary>
    public static Decision.Stall? HeldPriority(PlannerInput input, int priority) =>
        AnyHolderOf(input, priority) is not null || input.Memory.Attributes.Holds(priority, input.Now)
            ? PriorityConflict(AnyHolderOf(input, priority), priority, "Nothing is created before it is free.")
            : null;

    private static bool IsHeld(PlannerInput input, int priority) =>
        HolderOf(input, priority) is not null || input.Memory.Attributes.Holds(priority, input.Now);

    private static PriorityHolder? HolderOf(PlannerInput input, int priority) =>
        AnyHolderOf(input, priority) is { } holder && holder.SessionId != input.Session.SessionId ? holder : null;

    private static PriorityHolder? AnyHolderOf(PlannerInput input, int priority) =>
        input.PriorityHolder is { SessionId: not null } holder && holder.Priority == priority ? holder : null;

    private static Decision.Stall PriorityConflict(PriorityHolder? holder, int priority, string rest)
    {
        var who = holder is null ? "another session of the account" : $"session {holder.SessionId}";
        var by = holder?.ManagedBy is { } managed ? $", which {managed} manages" : "";
        return new Decision.Stall(
            Reasons.PriorityConflict,
            $"Priority {priority} is held by {who}{by}: a number belongs to one session of account and region. {rest} Choose another "
            + "priority, or give the other session another one first; swaps are not automatic.",
            SessionLimits.StalledPoll);
    }

    private static string Names(AttributeDiff diff) => string.Join(", ", diff.Changes.Select(change => change.Attribute));
}
