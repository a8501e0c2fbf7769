namespace VpcMirrorOperator.Core.Tests.Kinds.Policies.World;

/// <summary>One run: steps in any order with deeds in between, then a quiet time.</summary>
internal sealed class PolicyRun(string profile, bool isOne, bool isOld, params string[] broken)
{
    private const int Steps = 165;

    private static readonly Dictionary<string, double> Weights = new()
    {
        ["api"] = 5, ["call"] = 4, ["watch"] = 4, ["watchpol"] = 4, ["sel"] = 3, ["list"] = .6, ["liststale"] = .35, ["listed"] = .9,
        ["w"] = 1.1, ["see"] = 2, ["land"] = 3, ["gc"] = 3, ["nsdel"] = 3, ["nspol"] = 2, ["delay"] = .5, ["empty"] = .4, ["pass"] = 1.25,
    };

    private readonly HashSet<string> _broken = [.. broken];

    /// <summary>Plays a seed.</summary>
    /// <returns>What went wrong, with seed and steps; null for nothing.</returns>
    public string? Play(int seed)
    {
        var trace = new List<SimStep>();
        if (Play(seed, null, trace) is not { } word) return null;
        var shortest = TraceShrinker.Shrink(trace, steps => Play(seed, steps, [])?.Split(' ')[0] == word.Split(' ')[0]);
        var why = Play(seed, shortest, []) ?? word;
        return $"{(isOne ? "one" : "several")} {profile}{(isOld ? " old lists" : "")}, seed {seed}: {why} <- {string.Join(" ", shortest)}";
    }

    /// <summary>Plays a seed without looking for the shortest way to go wrong.</summary>
    /// <returns>What went wrong; null for nothing.</returns>
    public string? Find(int seed) => Play(seed, null, []);

    /// <summary>Takes a step and looks at what must hold.</summary>
    public static string? Do(PolicyWorld world, SimStep step, List<SimStep>? trace = null)
    {
        var before = world.Coverages();
        var operations = step.Kind == "w" ? world.Children.ToDictionary(entry => entry.Key, entry => entry.Value.Op) : [];
        if (!(WorldKinds.IsOfWorld(step) ? WorldSteps.Take(world, step) : PeopleSteps.Take(world, step))) return null;
        trace?.Add(step);
        return PolicyInvariants.Check(world, step, before, operations);
    }

    private string? Play(int seed, IReadOnlyList<SimStep>? given, List<SimStep> trace)
    {
        var world = isOne ? WorldMaker.One(seed, profile, isOld, _broken) : WorldMaker.Several(seed, profile, isOld, _broken);
        try
        {
            if (seed % 3 != 0 && isOne && QuietTime.Run(world, 25) is { } early) return early;
            var wrong = given is null ? Wander(world, new Random((seed * 7919) + 1), seed, trace) : Follow(world, given, trace);
            if (wrong is not null) return wrong;
            return QuietTime.Run(world) ?? (isOne ? EndOfOne.Check(world) : EndOfSeveral.Check(world));
        }
        catch (BrokenException broken)
        {
            return broken.Message;
        }
    }

    private static string? Follow(PolicyWorld world, IReadOnlyList<SimStep> given, List<SimStep> trace)
    {
        foreach (var step in given)
            if (Note(world, step, trace) is { } wrong) return wrong;
        return null;
    }

    private string? Wander(PolicyWorld world, Random random, int seed, List<SimStep> trace)
    {
        if (!isOne && seed % 3 != 0 && Note(world, new SimStep("quiet"), trace) is { } early) return early;
        var kinds = (isOne ? PolicyProfiles.One : PolicyProfiles.Several)[profile];
        for (var i = 0; i < Steps; i++)
            if (Next(world, random, kinds) is { } step && Note(world, step, trace) is { } wrong) return wrong;
        return null;
    }

    private static string? Note(PolicyWorld world, SimStep step, List<SimStep> trace)
    {
        var wrong = Do(world, step, trace);
        var lives = world.IsOne && world.Policies.GetValueOrDefault("p") is { Deleting: "" };
        if (lives && world.Cloud.Sessions.Values.Any(s => s.Tag.Length > 0)) world.HadSessions = true;
        return wrong;
    }

    private static SimStep? Next(PolicyWorld world, Random random, (string, double)[] kinds)
    {
        if (random.NextDouble() < .12) return DeedMaker.Draw(random, world, kinds);
        var steps = WorldSteps.Possible(world).ToList();
        if (steps.Count == 0) return null;
        var step = DeedMaker.Weighted(random, steps, one => Weights.GetValueOrDefault(one.Kind, 1));
        if (step.Kind == "call" && random.NextDouble() < .08) return step with { Kind = "dropcall" };
        if (step.Kind == "api" && random.NextDouble() < .06) return step with { Kind = random.Next(2) == 0 ? "apilost" : "dropplan" };
        if (world.Ghosts.Count > 0 && random.NextDouble() < .2) return new SimStep(random.Next(2) == 0 ? "ghost" : "ghostlost");
        return step;
    }
}
