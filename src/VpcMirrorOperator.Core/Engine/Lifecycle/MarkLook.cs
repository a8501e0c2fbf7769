namespace VpcMirrorOperator.Engine.Lifecycle;

/// <summary>
/// Looks for what carries the object's mark (rule S3): complete lists, twice, the second one late enough to show whatever an attempt has
/// made.
/// </summary>
internal static class MarkLook
{
    /// <summary>What the look came to.</summary>
    /// <param name="Pending">The step while it is not over; null when it is.</param>
    /// <param name="Found">What carries the mark; empty: nothing does, beyond doubt.</param>
    /// <param name="Input">With what was learned.</param>
    public readonly record struct Result(LifecycleStep? Pending, IReadOnlyList<ListedMark> Found, LifecycleInput Input);

    /// <summary>Looks.</summary>
    public static Result Of(LifecycleInput input)
    {
        if (input.ByMark is not { } list) return new Result(new LifecycleStep.Look(input.Now), [], input);
        var found = Ours(input, list);
        if (found.Count > 0) return new Result(null, found, input);
        var last = Later(input.Record.LastCreateAt, input.Memory.LastCreateAt);
        // The finalizer is there and no attempt is recorded: the record may be lost, and one may just have been made.
        if (last is null && !input.Memory.IsFresh) last = list.ReadAt;
        var memory = input.Memory with { LastCreateAt = last, FirstLookAt = input.Memory.FirstLookAt ?? list.ReadAt };
        var looked = input with { Memory = memory };
        var again = memory.FirstLookAt.Value + input.Limits.BetweenLists;
        if (last is { } attempt && input.Limits.ShownBy(attempt) > again) again = input.Limits.ShownBy(attempt);
        return new Result(list.ReadAt <= again ? new LifecycleStep.Look(again) : null, [], looked);
    }

    /// <summary>Whether the object is known to have tried to create something.</summary>
    public static bool IsAttemptKnown(LifecycleInput input) =>
        (input.Record.LastCreateAt ?? input.Memory.LastCreateAt) is not null;

    /// <summary>Whether what a list by id shows without a mark has none: tags may show as late as what a Create made.</summary>
    /// <returns>The input with what was learned, and the step while it is not certain; null when it is.</returns>
    public static (LifecycleInput Input, LifecycleStep? Pending) Unmarked(LifecycleInput input)
    {
        var readAt = input.ById!.ReadAt;
        var since = input.Memory.UnmarkedSince ?? readAt;
        var certain = input.Limits.ShownBy(since);
        return (
            input with { Memory = input.Memory with { UnmarkedSince = since } },
            readAt <= certain ? new LifecycleStep.ReadIdAgain(certain + TimeSpan.FromMilliseconds(1)) : null);
    }

    /// <summary>What of a list carries the object's mark. What else an answer shows was not asked for (rule 11).</summary>
    public static IReadOnlyList<ListedMark> Ours(LifecycleInput input, ListReading list) =>
        [.. list.Things.Where(thing => thing.CreatedBy == input.Identity.CreatedBy)];

    /// <summary>Records what was found. What is recorded already and not listed is read once more instead.</summary>
    public static LifecyclePlan TakeBack(LifecycleInput input, ListedMark found)
    {
        var seen = input with { Memory = input.Memory with { GoneSince = null, FirstLookAt = null, UnmarkedSince = null } };
        if (found.Id == input.Record.Id) return seen.PollAgain();
        return (seen with { Record = seen.Record with { Id = found.Id } }).Plan(new LifecycleStep.TakeBack(found.Id));
    }

    /// <summary>The later of two times; null is before all.</summary>
    public static DateTimeOffset? Later(DateTimeOffset? left, DateTimeOffset? right) => left is null || right > left ? right ?? left : left;
}
