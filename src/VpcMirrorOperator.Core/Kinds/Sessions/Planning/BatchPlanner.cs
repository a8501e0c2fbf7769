using System.Collections.Immutable;
using System.Globalization;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Engine.Operations;

namespace VpcMirrorOperator.Kinds.Sessions.Planning;

/// <summary>Which ids the next call holds: add before remove (rule 4); at capacity, remove only what the next add needs.</summary>
internal static class BatchPlanner
{
    /// <summary>The next write, or why there is none although something is left to do.</summary>
    /// <param name="input">What is known.</param>
    /// <param name="session">The session as it is.</param>
    /// <param name="facts">What was found.</param>
    /// <param name="hold">What a guard says of the removals; it never delays an addition. Null when they may be made.</param>
    public static Decision Next(PlannerInput input, ObservedSession session, PlanFacts facts, Decision.Hold? hold)
    {
        var first = PackedSources.RemoveFirst(input.Declared, facts.Diff.ToRemove);
        if (Batch(input, SourceVerb.Remove, first, int.MaxValue) is { IsEmpty: false } urgent)
            return Write(input, facts, SourceVerb.Remove, urgent, Reasons.RemovingSources);
        if (InterfacePlaces.Left(input, facts) is not { } left) return InterfacePlaces.None(facts);
        facts = left;
        var room = input.Memory.Trials.CapacityAt(input.Now) is { } capacity ? Math.Max(0, capacity - session.Sources.Count) : int.MaxValue;
        var adds = Select(input, facts, SourceVerb.Add, IsDoubted(input, session) ? 1 : int.MaxValue);
        if (!adds.IsEmpty && room > 0)
            return Write(input, facts, SourceVerb.Add, adds.Length <= room ? adds : adds[..room], Reasons.AddingSources);
        if (adds.IsEmpty && SafetyGuard.CheckBeforeRemoval(input.Declared, facts.Diff) is { } empty) return empty;
        if (hold is not null) return hold;
        var removes = Select(input, facts, SourceVerb.Remove, int.MaxValue);
        if (!adds.IsEmpty) return removes.IsEmpty ? Full(input, session) : MakeRoom(input, session, facts, removes, adds.Length);
        if (removes.IsEmpty) return OnlyRejectedLeft(input, facts);
        return Write(input, facts, SourceVerb.Remove, removes, Reasons.RemovingSources);
    }

    /// <summary>Makes a write of an operation that has this process' name and time.</summary>
    public static Decision.Write<OperationState> Write(PlannerInput input, PlanFacts facts, OperationState operation, string reason) => new(
        reason,
        Message(input, facts, reason),
        operation,
        DryRunFirst: input.Declared.Spec.WantsDryRun() && facts.ValidatedHash != facts.WholeHash);

    /// <summary>An operation with the next number, without what is called with, and so without a token.</summary>
    public static OperationState New(PlannerInput input, OperationVerb verb) => new()
    {
        Sequence = Math.Max(input.Declared.Status?.OperationSequence ?? 0, input.Memory.Operation.KnownSequence) + 1,
        Verb = verb,
        ClientToken = "",
        StartedAt = input.Now,
        Holder = input.Holder,
    };

    /// <summary>Never all sources at once, if there are several: should the add fail, the session must not be left without any.</summary>
    private static Decision.Write<OperationState> MakeRoom(
        PlannerInput input, ObservedSession session, PlanFacts facts, ImmutableArray<string> removes, int needed)
    {
        var spare = Math.Max(1, session.Sources.Count - 1);
        return Write(input, facts, SourceVerb.Remove, [.. removes.Take(Math.Min(needed, spare))], Reasons.MakingRoom);
    }

    private static Decision.Stall Full(PlannerInput input, ObservedSession session)
    {
        var trials = input.Memory.Trials;
        var (reason, message) = trials.Quota is { } quota ? (quota.Reason, quota.Message) : (
            Reasons.QuotaExceeded,
            string.Create(
                CultureInfo.InvariantCulture,
                $"The session takes no more sources (it has {session.Sources.Count}). Have the quota raised, or list fewer."));
        return new Decision.Stall(reason, message, trials.CapacityUntil - input.Now);
    }

    private static Decision.Stall OnlyRejectedLeft(PlannerInput input, PlanFacts facts)
    {
        string[] ids = [.. facts.Diff.ToAdd, .. facts.Diff.ToRemove];
        var left = ids.Select(id => input.Memory.Trials.Rejected[id]).ToList();
        var after = left.Min(source => source.RetryAt) - input.Now;
        var next = "see status.rejectedSources. They are retried";
        return left.TrueForAll(source => source.IsUsedUp)
            ? new Decision.Stall(
                Reasons.InterfaceFull, $"{left[0].Message} Sources that are in too many sessions: {NamedIds.Of(ids)}; {next}.", after)
            : new Decision.Stall(
                Reasons.SourcesRejected,
                $"Sources that the cloud rejects: {NamedIds.Of(ids)} ({left[0].Code}); {next}; take out of the list what no longer exists.",
                after);
    }

    /// <summary>Whether the session was full when it was tried last: one source finds out whether it still is.</summary>
    private static bool IsDoubted(PlannerInput input, ObservedSession session) =>
        input.Memory.Trials.Capacity == session.Sources.Count && input.Memory.Trials.CapacityAt(input.Now) is null;

    private static ImmutableArray<string> Select(PlannerInput input, PlanFacts facts, SourceVerb verb, int most) =>
        Batch(input, verb, verb.Pending(facts.Diff), most);

    private static ImmutableArray<string> Batch(PlannerInput input, SourceVerb verb, ImmutableArray<string> pending, int most) =>
        BatchSelector.Next(verb.Name, pending, input.Memory, Math.Min(most, verb.BatchLimit(input)), input.Now);

    private static Decision.Write<OperationState> Write(
        PlannerInput input, PlanFacts facts, SourceVerb verb, ImmutableArray<string> ids, string reason)
    {
        var operation = New(input, verb.Name) with { Ids = ids };
        return Write(input, facts, operation with { ClientToken = ClientTokens.For(input.Declared.Metadata.Uid, operation) }, reason);
    }

    private static string Message(PlannerInput input, PlanFacts facts, string reason)
    {
        if (reason == Reasons.MakingRoom)
            return $"{(input.Memory.Trials.Quota?.Reason == Reasons.TargetFull ? "The target" : "The session")} is full: removing as many "
                + "sources as the next add needs. They are not mirrored until it ends.";
        if (reason == Reasons.UpdatingSession) return "Attributes of the session are being written.";
        return input.IsDetaching
            ? $"The object is being deleted. Sources to detach: {facts.Diff.ToRemove.Length}."
            : $"Sources to add: {facts.Diff.ToAdd.Length}, to remove: {facts.Diff.ToRemove.Length}.";
    }
}
