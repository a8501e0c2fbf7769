namespace VpcMirrorOperator.Core.Tests.Engine.Lifecycle.World;

/// <summary>One run: some trouble, then a quiet time.</summary>
internal static class LifecycleRun
{
    private const int Horizon = 40;
    private const int Quiet = 70;

    /// <summary>Plays a seed of a profile.</summary>
    /// <returns>What went wrong, with the seed and the events; null for nothing.</returns>
    public static string? Play(int seed, string profile)
    {
        var random = new Random(seed);
        var template = new SimObject("a", 0, 0) { OnDeletion = LifecycleProfiles.Intent(random) };
        var happens = LifecycleProfiles.Draw(random, profile, Horizon);
        return Play(seed, template, happens) is { } broken
            ? $"profile {profile}, seed {seed}, on deletion {template.OnDeletion}: {broken} <- {string.Join(", ", happens)}"
            : null;
    }

    /// <summary>Plays given events.</summary>
    public static string? Play(int seed, SimObject template, IReadOnlyList<(int At, string Name)> happens)
    {
        var world = new LifecycleWorld(seed);
        var events = new LifecycleEvents(template);
        world.Add(template);
        while (world.Now < Horizon && world.Truth.Broken is null) world.Step(At(happens, world.Now, events), isChaos: true);
        if (world.Processes.Count == 0) world.Start();
        while (world.Now < Horizon + Quiet && world.Truth.Broken is null) world.Step(At(happens, world.Now, events), isChaos: false);
        if (world.Truth.Broken is null) world.Truth.AtTheEnd(world);
        return world.Truth.Broken is { } broken ? $"tick {world.Now}: {broken}" : null;
    }

    private static IEnumerable<Action<LifecycleWorld>> At(
        IEnumerable<(int At, string Name)> happens, int now, LifecycleEvents events) =>
        happens.Where(e => e.At == now).Select(e => (Action<LifecycleWorld>)(world => events.Happen(world, e.Name)));
}
