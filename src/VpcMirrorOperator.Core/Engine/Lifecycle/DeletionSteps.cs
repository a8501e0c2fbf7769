namespace VpcMirrorOperator.Engine.Lifecycle;

/// <summary>
/// The end of a deleted object (rules S2, S5, S12, S15): what carries its mark is deleted where that is asked for; everything else stays,
/// and the object goes.
/// </summary>
internal static class DeletionSteps
{
    public static LifecyclePlan Decide(LifecycleInput input, DeletionIntent intent)
    {
        if (!input.IsHeld) return Release(input, ReleaseReason.NotAsked);
        if (MayBeOnItsWay(input) is { } lands) return input.Plan(new LifecycleStep.Wait(lands));
        if (intent == DeletionIntent.Release) return ReleaseNow(input);
        return input.Record.Id is { } id ? Recorded(input, id) : Unrecorded(input, ReleaseReason.NothingThere);
    }

    /// <summary>A change of attributes or sources that may still arrive: nothing else is written meanwhile (rule 3).</summary>
    private static DateTimeOffset? MayBeOnItsWay(LifecycleInput input) =>
        input.Record.Operation is { AcceptedAt: null } open && !input.IsAnswered && input.Limits.LandsBy(open.StartedAt) is var lands
            && input.Now < lands ? lands : null;

    /// <summary>
    /// The object keeps its name until a list would show what it created last: the next object of this name looks before it creates (rule
    /// S3), and must find it.
    /// </summary>
    private static LifecyclePlan ReleaseNow(LifecycleInput input) =>
        MarkLook.Later(input.Record.LastCreateAt, input.Memory.LastCreateAt) is { } last && input.Now < input.Limits.ShownBy(last)
            ? input.Plan(new LifecycleStep.Wait(input.Limits.ShownBy(last)))
            : Release(input, ReleaseReason.NotAsked);

    private static LifecyclePlan Recorded(LifecycleInput input, string id)
    {
        if (input.ById is not { } list) return input.Plan(new LifecycleStep.ReadId());
        if (list.Find(id) is { } thing)
            return thing.IsOfAnother(input.Identity) ? Unrecorded(input, ReleaseReason.OfAnother) : There(input, thing);
        var (known, pending) = GoneCheck.Of(input);
        return pending is not null ? known.Plan(pending) : Unrecorded(known, ReleaseReason.NothingThere);
    }

    private static LifecyclePlan Unrecorded(LifecycleInput input, ReleaseReason whenNone)
    {
        var (pending, found, looked) = MarkLook.Of(input);
        if (pending is not null) return looked.Plan(pending);
        return found switch
        {
            [] => Release(looked, whenNone),
            [var only] => MarkLook.TakeBack(looked, only),
            _ => looked.Plan(new LifecycleStep.Release(ReleaseReason.Several, [.. found.Select(thing => thing.Id)])),
        };
    }

    private static LifecyclePlan There(LifecycleInput input, ListedMark thing)
    {
        var seen = input with { Memory = input.Memory with { GoneSince = null, FirstLookAt = null } };
        if (thing.CreatedBy is null) return Unmarked(seen);
        if (input.NamedBy is { } other)
            return seen.Plan(new LifecycleStep.Release(ReleaseReason.NamedByAnother, [thing.Id]) { KeptBy = other });
        if (thing.IsGoing) return seen.PollAgain();
        if (input.InUse is { } why) return seen.Plan(new LifecycleStep.InUse(why));
        return thing.IsSettled ? seen.Plan(new LifecycleStep.Delete(thing)) : seen.PollAgain();
    }

    /// <summary>Tags may show late: it looks again after the limits before it believes that somebody took the mark off.</summary>
    private static LifecyclePlan Unmarked(LifecycleInput input)
    {
        var (known, pending) = MarkLook.Unmarked(input);
        return pending is null ? Release(known, ReleaseReason.Unmarked) : known.Plan(pending);
    }

    private static LifecyclePlan Release(LifecycleInput input, ReleaseReason why) =>
        input.Plan(new LifecycleStep.Release(why, input.Record.Id is { } id ? [id] : []));
}
