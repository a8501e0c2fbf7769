using VpcMirrorOperator.Kinds.Policies.Packing;

namespace VpcMirrorOperator.Core.Tests.Kinds.Policies.World;

/// <summary>What must hold after every step.</summary>
internal static class PolicyInvariants
{
    public static string? Check(
        PolicyWorld world, SimStep step, Dictionary<string, HashSet<string>> before, Dictionary<string, SimCall?> operations)
    {
        if (!PeopleSteps.IsDeed(step) && Gap(world, before) is { } gap) return gap;
        if (step.Kind == "w" && (Recorded(world, operations) ?? Sent(world, step)) is { } forbidden) return forbidden;
        var tags = world.Cloud.Sessions.Values.Where(s => s.Tag.Length > 0).Select(s => s.Tag).ToList();
        if (tags.Count != tags.Distinct().Count()) return "DUPLICATE two sessions for one child";
        if (world.Cloud.Collisions > 0) return "BUSY a second write while one is under way";
        return world.Cloud.Refusals.Count > 0 && !IsExcused(world, world.Cloud.Refusals[^1].IsNumber)
            ? $"QUOTA a refusal that could be foreseen: {world.Cloud.Refusals[^1].Text}" : null;
    }

    /// <summary>
    /// What others do cannot be foreseen. Nor can two leaders know of each other's new children: the numbers of these may be the same.
    /// </summary>
    private static bool IsExcused(PolicyWorld world, bool isNumber)
    {
        if (world.IsUsedByOthers) return true;
        return world.IsOne ? world.IsTouched || (isNumber && world.WasHandedOn) : world.WasHandedOn;
    }

    private static string? Gap(PolicyWorld world, Dictionary<string, HashSet<string>> before)
    {
        if (world.IsOne && (world.IsTouched || world.HasWindow || !IsLiving(world))) return null;
        foreach (var (name, steady) in world.Steady)
        {
            if (steady.Count == 0) continue;
            var now = world.Coverage(name);
            var lost = steady.Where(id => before[name].Contains(id) && !now.Contains(id)).ToList();
            lost.RemoveAll(id => world.Excused.GetValueOrDefault(name)?.Contains(id) == true);
            if (lost.Count > 0) return $"GAP {lost[0]} of {name} was listed in an enabled session and is not any more";
        }

        return null;
    }

    private static bool IsLiving(PolicyWorld world) =>
        world.Retains || (world.Policies.GetValueOrDefault("p") is { Deleting: "" } && !world.NamespaceEnds);

    private static string? Recorded(PolicyWorld world, Dictionary<string, SimCall?> operations)
    {
        foreach (var child in world.Children.Values)
        {
            if (child.Op is not { } op || ReferenceEquals(op, operations.GetValueOrDefault(child.Name))) continue;
            if (Forbids(child.State.Mode, op)) return $"MODE {child.Name} in {child.State.Mode} records {op.Kind}";
            if (op.Kind == "del" && world.Policies.GetValueOrDefault(PolicyWorld.Owner(child.Name)) is { } policy
                && $"{policy.Uid}" == child.State.Owner?.Uid && policy.Mode != PolicyMode.Sync)
                return $"MODE {child.Name} deletes its session, its policy says {policy.Mode}";
        }

        return null;
    }

    private static string? Sent(PolicyWorld world, SimStep step)
    {
        var process = world.Processes[step.By];
        return process.Work.GetValueOrDefault(step.A) is { Reply: null } work && process.Cache.GetValueOrDefault(step.A) is { } child
            && Forbids(child.State.Mode, work.Call)
                ? $"MODE {child.Name} in {child.State.Mode} sends {work.Call.Kind}"
                : null;
    }

    private static bool Forbids(PolicyMode mode, SimCall call) => mode is PolicyMode.Observe or PolicyMode.Suspended
        || (mode == PolicyMode.AddOnly && call.Kind is "rem" or "del" or "upd");
}
