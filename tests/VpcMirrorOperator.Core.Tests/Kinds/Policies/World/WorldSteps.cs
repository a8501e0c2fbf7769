using VpcMirrorOperator.Kinds.Policies.Packing;

namespace VpcMirrorOperator.Core.Tests.Kinds.Policies.World;

/// <summary>The steps of operator, cloud and API server that are possible now.</summary>
internal static class WorldSteps
{
    private static readonly HashSet<string> OfOthers = ["see", "land", "gc", "gcorphan", "nsdel", "nspol"];

    /// <summary>The steps; of one kind and perhaps some more, when only that is asked for.</summary>
    public static IEnumerable<SimStep> Possible(PolicyWorld world, string? only = null)
    {
        if (!OfOthers.Contains(only ?? ""))
            foreach (var process in world.Processes)
                foreach (var step in Of(world, process, only)) yield return step;
        foreach (var session in Wanted(only, "see", "land") ? world.Cloud.Sessions.Values.Where(s => s.Op is not null).ToList() : [])
        {
            if (!session.Seen) yield return new SimStep("see", A: session.Sid);
            yield return new SimStep("land", A: session.Sid);
        }

        if (Wanted(only, "gc", "gcorphan", "nsdel", "nspol"))
            foreach (var step in OfServer(world)) yield return step;
    }

    private static bool Wanted(string? only, params string[] kinds) => only is null || kinds.Contains(only);

    private static IEnumerable<SimStep> Of(PolicyWorld world, SimProcess process, string? only)
    {
        var (i, leads) = (process.Id, process.Id == world.Leader);
        var isBusy = process.Views.Values.Any(view => view.IsPlanned);
        foreach (var (name, work) in process.Work.ToList())
            if (work.Reply is null) yield return new SimStep("call", i, name);
        if (Wanted(only, "watch"))
            foreach (var name in world.Children.Keys.Union(process.Children.Select(child => child.Name)).ToList())
                if (!ReferenceEquals(world.Children.GetValueOrDefault(name), process.Cache.GetValueOrDefault(name)))
                    yield return new SimStep("watch", i, name);
        foreach (var name in world.Chosen.Keys.ToList())
        {
            var view = process.View(name);
            if (view.IsPlanned) yield return new SimStep("api", i, name);
            if (!Same(view.Policy, world.Policies.GetValueOrDefault(name))) yield return new SimStep("watchpol", i, name);
            if (!leads) continue;
            if (view.Policy is not null && Wanted(only, "sel") && (view.IsBlind || Differs(world, name, view.Selection)))
                yield return new SimStep("sel", i, name);
            if (view.Policy is not null && !isBusy) yield return new SimStep("pass", i, name);
            foreach (var (id, _) in view.Delay.Where(entry => !entry.Value).ToList()) yield return new SimStep("delay", i, name, id);
            foreach (var (key, _) in view.Empty.Where(entry => !entry.Value).ToList()) yield return new SimStep("empty", i, name, key.Name);
        }

        if (!leads) yield break;
        if (process.Started is not null) yield return new SimStep("listed", i);
        else
        {
            yield return new SimStep("list", i);
            if (world is { ListsMayBeOld: true, OldList: not null }) yield return new SimStep("liststale", i);
        }

        foreach (var child in process.Children.ToList())
            if (process.Work.GetValueOrDefault(child.Name) is not { Reply: null }) yield return new SimStep("w", i, child.Name);
    }

    private static bool Differs(PolicyWorld world, string name, Dictionary<string, string>? known) =>
        known?.Count != world.Interfaces.Count || world.Selection(name).Any(entry => known.GetValueOrDefault(entry.Key) != entry.Value);

    private static bool Same(SimPolicy? one, SimPolicy? other) => one is null ? other is null : one.Same(other);

    private static IEnumerable<SimStep> OfServer(PolicyWorld world)
    {
        foreach (var child in world.Children.Values.Where(child => !child.State.IsDeleting).ToList())
        {
            if (MayCollect(world, child.State)) yield return new SimStep("gc", A: child.Name);
            if (world.NamespaceEnds) yield return new SimStep("nsdel", A: child.Name);
        }

        foreach (var policy in world.Policies.Values.ToList())
        {
            if (policy.Deleting == "orphan" && !world.IsOrphaned) yield return new SimStep("gcorphan", A: policy.Name);
            if (world.NamespaceEnds && policy.Deleting.Length == 0) yield return new SimStep("nspol", A: policy.Name);
        }
    }

    public static bool MayCollect(PolicyWorld world, ChildState child) => child.Owner is { } owner
        && (!world.Policies.TryGetValue(owner.Name, out var policy) || $"{policy.Uid}" != owner.Uid || policy.Deleting == "foreground");

    /// <summary>Carries out a step of theirs.</summary>
    /// <returns>False when it is not possible.</returns>
    public static bool Take(PolicyWorld world, SimStep step) => step.Kind switch
    {
        "see" or "land" => TakeInCloud(world, step),
        "gc" or "nsdel" or "gcorphan" or "nspol" => TakeOnServer(world, step),
        _ => step.By >= 0 && ProcessSteps.Take(world, world.Processes[step.By], step),
    };

    private static bool TakeInCloud(PolicyWorld world, SimStep step)
    {
        if (!world.Cloud.Sessions.TryGetValue(step.A, out var session) || session.Op is null) return false;
        if (step.Kind == "see") world.Cloud.Sessions[step.A] = session with { Seen = true };
        else world.Cloud.Land(step.A);
        return true;
    }

    private static bool TakeOnServer(PolicyWorld world, SimStep step)
    {
        if (step.Kind is "gc" or "nsdel") return Mark(world, step);
        if (!world.Policies.TryGetValue(step.A, out var policy)) return false;
        if (step.Kind == "nspol")
        {
            if (policy.Deleting.Length > 0) return false;
            world.Policies[step.A] = policy with { Deleting = "background", Version = policy.Version + 1 };
            return true;
        }

        if (policy.Deleting != "orphan" || world.IsOrphaned) return false;
        foreach (var child in world.Children.Values.Where(child => child.State.Owner?.Uid == $"{policy.Uid}").ToList())
            world.Put(null, child, c => c with { State = c.State with { Owner = null } });
        world.IsOrphaned = true;
        world.Gone[step.A] = policy;
        world.Policies.Remove(step.A);
        return true;
    }

    private static bool Mark(PolicyWorld world, SimStep step)
    {
        if (!world.Children.TryGetValue(step.A, out var child) || child.State.IsDeleting) return false;
        if (step.Kind == "gc" && !MayCollect(world, child.State)) return false;
        world.Put(null, child, c => c with { State = c.State with { IsDeleting = true } });
        return true;
    }
}
