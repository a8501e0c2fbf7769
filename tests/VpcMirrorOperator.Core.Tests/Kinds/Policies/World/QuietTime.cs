namespace VpcMirrorOperator.Core.Tests.Kinds.Policies.World;

/// <summary>A fair schedule until nothing changes any more.</summary>
internal static class QuietTime
{
    private const int Rounds = 60;

    private static readonly string[] Order =
    [
        "gcorphan", "gc", "nsdel", "nspol", "watch", "watchpol", "sel", "list", "liststale", "listed", "delay", "empty", "pass", "api", "w",
        "call", "w", "see", "land", "watch", "w",
    ];

    /// <summary>Lets the world come to rest.</summary>
    /// <returns>What went wrong; null for nothing.</returns>
    public static string? Run(PolicyWorld world, int rounds = Rounds)
    {
        var still = 0;
        for (var round = 0; round < rounds; round++)
        {
            var before = (world.Cloud.Writes, world.ApiWrites);
            Forget(world, retries: round is 2 or 5);
            for (var i = 0; i < 3; i++)
                foreach (var kind in Order)
                    if (Sweep(world, kind) is { } broken) return broken;
            still = before == (world.Cloud.Writes, world.ApiWrites) ? still + 1 : 0;
            if (still >= 2 && round > 7) return null;
        }

        return rounds < Rounds ? null : "UNQUIET writes never end";
    }

    /// <summary>A pause in the middle of a run: what is covered then and stays selected is to stay covered.</summary>
    public static bool Pause(PolicyWorld world)
    {
        if (Run(world, Rounds - 1) is { } broken) throw new BrokenException(broken);
        foreach (var policy in world.Policies.Values.Where(policy => policy is { Deleting: "", Open: true }))
            world.Steady[policy.Name].UnionWith(world.Coverage(policy.Name).Where(
                id => world.Chosen[policy.Name].Contains(id) && world.Interfaces[id] == "sel"));
        return true;
    }

    private static void Forget(PolicyWorld world, bool retries)
    {
        world.Ghosts.Clear();
        foreach (var process in world.Processes.Where(process => process.Id != world.Leader))
        {
            process.Work.Clear();
            foreach (var view in process.Views.Values) view.Drop();
        }

        if (!retries) return;
        foreach (var name in world.Children.Keys.ToList())
        {
            PolicyRun.Do(world, new SimStep("watch", world.Leader, name));
            PolicyRun.Do(world, new SimStep("retry", world.Leader, name));
        }
    }

    private static string? Sweep(PolicyWorld world, string kind)
    {
        foreach (var step in WorldSteps.Possible(world, kind).Where(step => step.Kind == kind).ToList())
        {
            if (PolicyRun.Do(world, step) is { } broken) return broken;
            if (kind is not ("pass" or "api")) continue;
            while (world.Processes[step.By].View(step.A).IsPlanned)
                if (PolicyRun.Do(world, new SimStep("api", step.By, step.A)) is { } worse) return worse;
        }

        return null;
    }
}
