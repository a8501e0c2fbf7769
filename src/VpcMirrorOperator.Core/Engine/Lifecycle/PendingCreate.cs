using VpcMirrorOperator.Api.Shared;

namespace VpcMirrorOperator.Engine.Lifecycle;

/// <summary>
/// What becomes of a recorded Create whose answer is missing (rule S4): it is repeated byte-equal with its token for a while, as long as
/// exactly it is wanted; afterwards it is looked up, and either taken or void. Never is another Create recorded beside it.
/// </summary>
internal static class PendingCreate
{
    public static LifecyclePlan Decide(LifecycleInput input, IRecordedOperation create)
    {
        if (input.Deletion == DeletionIntent.Release) return Release(input, create);
        if (input.IsRefused) return LifecyclePlanner.WithoutOperation(NothingCameOf(input, create));
        var lands = input.Limits.LandsBy(create.StartedAt);
        if (create.Holder != input.Holder && input.Now < lands) return input.Plan(new LifecycleStep.Wait(lands));
        return MayBeRepeated(input, create) ? input.Plan(new LifecycleStep.Repeat()) : LookUp(input, create);
    }

    /// <summary>
    /// What stays anyway need not be looked for; but the object keeps its name until lists would show what the attempt made, for the next
    /// object of this name to find it.
    /// </summary>
    private static LifecyclePlan Release(LifecycleInput input, IRecordedOperation create)
    {
        var shown = input.Limits.ShownBy(MarkLook.Later(input.Memory.LastCreateAt, create.StartedAt)!.Value);
        return input.Plan(input.Now < shown && !input.IsRefused
            ? new LifecycleStep.Wait(shown)
            : new LifecycleStep.Release(ReleaseReason.NotAsked, []));
    }

    /// <summary>An attempt that this process made after the recorded one: then the status is an old one that somebody restored.</summary>
    private static bool IsOutdated(LifecycleInput input, IRecordedOperation create) => input.Memory.LastCreateAt > create.StartedAt;

    private static bool MayBeRepeated(LifecycleInput input, IRecordedOperation create) =>
        input is { IsStillWanted: true, Deletion: null } && !IsOutdated(input, create)
            && input.Now - create.FirstStartedAt <= input.Limits.Repeat;

    private static LifecyclePlan LookUp(LifecycleInput input, IRecordedOperation create)
    {
        if (input.ByMark is not { } list) return input.Plan(new LifecycleStep.Look(input.Now));
        if (MarkLook.Ours(input, list) is [var only]) return MarkLook.TakeBack(input.Resolved(), only);
        var last = MarkLook.Later(input.Memory.LastCreateAt, create.StartedAt)!.Value;
        var shown = input.Limits.ShownBy(last);
        if (list.ReadAt <= shown) return input.Plan(new LifecycleStep.Look(Later(shown)));
        var record = input.Record with { LastCreateAt = MarkLook.Later(input.Record.LastCreateAt, last) };
        return LifecyclePlanner.WithoutOperation((input with { Record = record }).Resolved());
    }

    /// <summary>
    /// Every attempt was refused: nothing can come of any, so nothing needs to be looked for. Unless this process has made another one
    /// since: then the object is an old copy.
    /// </summary>
    private static LifecycleInput NothingCameOf(LifecycleInput input, IRecordedOperation create) => input with
    {
        Record = input.Record with { Operation = null, LastCreateAt = null },
        Memory = IsOutdated(input, create)
            ? input.Memory
            : input.Memory with { IsFresh = true, LastCreateAt = null },
    };

    /// <summary>Just after a moment: "later than" leaves the moment itself out.</summary>
    private static DateTimeOffset Later(DateTimeOffset moment) => moment + TimeSpan.FromMilliseconds(1);
}
