namespace VpcMirrorOperator.Engine.Lifecycle;

/// <summary>The life of what a living object creates: held, looked for, taken back, created, made again (rules S3, S5, S10).</summary>
internal static class LivingSteps
{
    public static LifecyclePlan Decide(LifecycleInput input)
    {
        if (!input.IsHeld)
            return (input with { Memory = input.Memory with { IsFresh = true } }).Plan(new LifecycleStep.Hold());
        return input.Record.Id is { } id ? Recorded(input, id) : Unrecorded(input);
    }

    private static LifecyclePlan Recorded(LifecycleInput input, string id)
    {
        if (input.ById is not { } list) return input.Plan(new LifecycleStep.ReadId());
        var thing = list.Find(id);
        // A status that was copied from another object: what it names is that one's.
        if (thing?.IsOfAnother(input.Identity) == true) return Unrecorded(input);
        if (thing is null) return Missing(input, id);
        return thing.CreatedBy is null ? Unmarked(input, thing) : There(input, thing);
    }

    /// <summary>
    /// Tags may show late. Who has a record of an attempt made it; who has only the id may have it from a status that was copied from
    /// another object, and does not write before the mark would show (rule S5).
    /// </summary>
    private static LifecyclePlan Unmarked(LifecycleInput input, ListedMark thing)
    {
        if (MarkLook.IsAttemptKnown(input)) return There(input, thing);
        var (known, pending) = MarkLook.Unmarked(input);
        return pending is null ? There(known, thing) : known.Plan(pending);
    }

    private static LifecyclePlan There(LifecycleInput input, ListedMark thing)
    {
        var seen = input with { Memory = input.Memory with { GoneSince = null, FirstLookAt = null } };
        var isOfAnotherLife = thing.CreatedBy is not null && thing.Owner is { } owner && owner != input.Identity.Uid;
        return seen.Plan(isOfAnotherLife && thing.IsSettled && input.MayCreate
            ? new LifecycleStep.SetOwner(thing)
            : new LifecycleStep.Exists(thing));
    }

    private static LifecyclePlan Missing(LifecycleInput input, string id)
    {
        var (known, pending) = GoneCheck.Of(input);
        if (pending is not null) return known.Plan(pending);
        return Vanished(known, id) ?? Unrecorded(known);
    }

    private static LifecyclePlan Unrecorded(LifecycleInput input)
    {
        var (pending, found, looked) = MarkLook.Of(input);
        if (pending is not null) return looked.Plan(pending);
        if (found is [var only]) return MarkLook.TakeBack(looked, only);
        if (found.Count > 1) return looked.Plan(new LifecycleStep.Several([.. found.Select(thing => thing.Id)]));
        if (input.Record.LockedId is { } locked && Vanished(looked, locked) is { } vanished) return vanished;
        return looked.Plan(input.MayCreate ? new LifecycleStep.Create() : new LifecycleStep.Absent());
    }

    /// <summary>After fifteen days without payment the cloud deletes sessions: that is no hand that removed one (rule S10).</summary>
    private static LifecyclePlan? Vanished(LifecycleInput input, string id) => input.Record.LockedId == id && input.MayRecreate != id
        ? input.Plan(new LifecycleStep.VanishedInArrears(id))
        : null;
}
