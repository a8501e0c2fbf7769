namespace VpcMirrorOperator.Kinds.Policies.Guards;

/// <summary>
/// Judges loss of coverage, not packing (rules P20 to P22): how many interfaces may go within an hour although what made them selected
/// still is there. It stops nothing else: additions, moves and all other removals go on.
/// </summary>
internal static class RemovalGuard
{
    /// <summary>Decides what goes.</summary>
    public static GuardDecision Decide(GuardInput input)
    {
        var state = GuardHistory.Observe(input.State, input.Now, input.Selected);
        var (held, approved) = Held(input, state);
        var isFree = (Loss loss) => loss.IsDue && !held.Contains(loss.Id) && !approved.Contains(loss.Id);
        var counted = Ids(input.Losses.Where(loss => loss.Counts && isFree(loss)));
        var reason = Judge(input, state, held.Count > 0, counted.Count);
        var goes = Ids(input.Losses.Where(loss => !loss.Counts && isFree(loss)));
        goes.UnionWith(approved);
        var waits = new HashSet<string>(held, StringComparer.Ordinal);
        if (reason == GuardReason.None) goes.UnionWith(counted);
        else waits.UnionWith(counted);
        var next = new GuardState
        {
            Selected = state.Selected,
            Removals = reason == GuardReason.None ? GuardHistory.With(state.Removals, input.Now, counted.Count) : state.Removals,
            Held = Plan(state.Held, held, waits),
        };
        return new GuardDecision(goes, waits, MayGiveUp(input, next), reason, next);
    }

    /// <summary>The most counted removals of an hour: of a share, at least one.</summary>
    public static int Limit(GuardInput input, GuardState state)
    {
        var limit = input.MaxRemovals.Of(GuardHistory.SelectedAnHourAgo(state, input.Selected));
        return input.MaxRemovals.IsPercent ? Math.Max(1, limit) : limit;
    }

    /// <summary>
    /// What is left of the held plan, and what of it was approved: one of them is empty. What has ended meanwhile is no loss any more.
    /// </summary>
    private static (HashSet<string> Held, HashSet<string> Approved) Held(GuardInput input, GuardState state)
    {
        if (state.Held is not { } plan) return ([], []);
        var left = Ids(input.Losses.Where(loss => loss.Counts && plan.Ids.Contains(loss.Id)));
        return input.ApprovedPlan == plan.Hash ? ([], left) : (left, []);
    }

    private static GuardReason Judge(GuardInput input, GuardState state, bool isHolding, int counted)
    {
        if (input is { Selected: 0, AllowsEmpty: false } && (isHolding || counted > 0)) return GuardReason.AllowEmpty;
        // While something is held, what is lost later counts on: it would not be let go together with it either.
        if (isHolding) return GuardReason.MaxRemovals;
        return counted > 0 && counted + state.Removals.Sum(removal => removal.Count) > Limit(input, state)
            ? GuardReason.MaxRemovals : GuardReason.None;
    }

    private static HeldPlan? Plan(HeldPlan? former, HashSet<string> held, HashSet<string> waits)
    {
        if (held.Count > 0) return former! with { Ids = held };
        return waits.Count > 0 ? HeldPlan.Of(waits) : null;
    }

    /// <summary>As many as would be let go if all their delays were over now.</summary>
    private static HashSet<string> MayGiveUp(GuardInput input, GuardState state)
    {
        var delayed = input.Losses.Where(loss => !loss.IsDue && state.Held?.Ids.Contains(loss.Id) != true).ToList();
        var goes = input is not { Selected: 0, AllowsEmpty: false } && state.Held is null
            && delayed.Count(loss => loss.Counts) + state.Removals.Sum(removal => removal.Count) <= Limit(input, state);
        return Ids(delayed.Where(loss => !loss.Counts || goes));
    }

    private static HashSet<string> Ids(IEnumerable<Loss> losses) => losses.Select(loss => loss.Id).ToHashSet(StringComparer.Ordinal);
}
