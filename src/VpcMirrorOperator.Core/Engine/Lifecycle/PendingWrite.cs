using VpcMirrorOperator.Api.Shared;

namespace VpcMirrorOperator.Engine.Lifecycle;

/// <summary>What becomes of a recorded Delete, or change of the owner's tag (rules S4, S12): only the list proves it.</summary>
internal static class PendingWrite
{
    public static LifecyclePlan Decide(LifecycleInput input, IRecordedOperation write, string target)
    {
        if (input.Deletion == DeletionIntent.Release) return Released(input, write);
        if (input.ById is not { } list) return input.Plan(new LifecycleStep.ReadId());
        if (list.Find(target) is not { } thing)
            return write.Verb == OperationVerb.Delete && input is { Deletion: not null, IsOfFormerLife: false }
                ? DeletedOrNot(input, write, target)
                : WhenLanded(input, write);
        if (write.Verb == OperationVerb.Tag && thing.Owner == input.Identity.Uid) return WhenLanded(input, write);
        if (thing.IsGoing) return write.Verb == OperationVerb.Delete ? input.PollAgain() : WhenLanded(input, write);
        if (!thing.IsSettled) return input.PollAgain();
        return write.AcceptedAt is { } accepted ? Accepted(input, accepted) : Unanswered(input, write, thing);
    }

    /// <summary>What stays anyway is not read for it: the call is over when it is answered, or cannot arrive any more (rule S12).</summary>
    private static LifecyclePlan Released(LifecycleInput input, IRecordedOperation write)
    {
        var lands = input.Limits.LandsBy(write.StartedAt);
        return write.AcceptedAt is null && !input.IsAnswered && input.Now < lands
            ? input.Plan(new LifecycleStep.Wait(lands))
            : LifecyclePlanner.WithoutOperation(input.Resolved());
    }

    /// <summary>
    /// A Delete of ours whose id is gone is done. Before its answer, the list may be one from before the thing was made; and one list alone
    /// ends nothing (rule 11).
    /// </summary>
    private static LifecyclePlan DeletedOrNot(LifecycleInput input, IRecordedOperation write, string target)
    {
        var readAt = input.ById!.ReadAt;
        var since = input.Memory.GoneSince ?? readAt;
        var known = input with { Memory = input.Memory with { GoneSince = since } };
        var certain = since + input.Limits.BetweenLists;
        if (write.AcceptedAt is null && input.Limits.ShownBy(write.StartedAt) is var shown && shown > certain) certain = shown;
        return known.Plan(readAt < certain
            ? new LifecycleStep.ReadIdAgain(certain)
            : new LifecycleStep.Release(ReleaseReason.Deleted, [target]));
    }

    private static LifecyclePlan Accepted(LifecycleInput input, DateTimeOffset accepted) =>
        input.ById!.ReadAt <= accepted + input.Limits.StaleRead
            ? input.PollAgain()
            : LifecyclePlanner.WithoutOperation(input.Resolved());

    private static LifecyclePlan Unanswered(LifecycleInput input, IRecordedOperation write, ListedMark thing)
    {
        if (input.IsRefused) return LifecyclePlanner.WithoutOperation(input.Resolved());
        var lands = input.Limits.LandsBy(write.StartedAt);
        if (write.Holder != input.Holder && input.Now < lands) return input.Plan(new LifecycleStep.Wait(lands));
        return MayBeRepeated(input, write, thing) ? input.Plan(new LifecycleStep.Repeat()) : WhenLanded(input, write);
    }

    /// <summary>The right to it is judged anew for every attempt.</summary>
    private static bool MayBeRepeated(LifecycleInput input, IRecordedOperation write, ListedMark thing) =>
        input.IsStillWanted && thing.CreatedBy == input.Identity.CreatedBy && (write.Verb == OperationVerb.Delete
            ? input is { Deletion: DeletionIntent.Delete, NamedBy: null, InUse: null }
            : input.Deletion is null);

    private static LifecyclePlan WhenLanded(LifecycleInput input, IRecordedOperation write)
    {
        var lands = input.Limits.LandsBy(write.StartedAt);
        return write.AcceptedAt is not null || input.IsAnswered || input.ById!.ReadAt >= lands
            ? LifecyclePlanner.WithoutOperation(input.Resolved())
            : input.Plan(new LifecycleStep.ReadIdAgain(lands));
    }
}
