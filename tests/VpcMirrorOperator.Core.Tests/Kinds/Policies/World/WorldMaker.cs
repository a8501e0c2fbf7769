namespace VpcMirrorOperator.Core.Tests.Kinds.Policies.World;

/// <summary>The world that a seed begins with.</summary>
internal static class WorldMaker
{
    public static PolicyWorld One(int seed, string profile, bool isOld, HashSet<string> broken)
    {
        var random = new Random(seed);
        var (targets, size) = (Pick(random, 4, 4, 6, 3), Pick(random, 2, 2, 3));
        var (count, steady) = (Pick(random, 3, 4, 5), Pick(random, 1, 2, 3));
        if (profile == "quota") size = 3;
        if (profile is "flap" or "flap2") (count, steady) = (1, 1);
        if (profile == "empty") (count, steady, size) = (3, 1, 1);
        var deletes = profile is not "retain" && (profile is not ("delete" or "ns") || random.Next(3) > 0);
        var world = Empty(true, targets, size, count, isOld, profile == "retain", broken);
        world.Policies["p"] = new SimPolicy("p", 1, [("t1", targets), ("t2", targets)], 1, 8, size, deletes) { Skips = profile == "skip" };
        world.Chosen["p"] = [.. world.Interfaces.Keys];
        world.Steady["p"] = [.. world.Interfaces.Keys.Take(steady)];
        return world;
    }

    public static PolicyWorld Several(int seed, string profile, bool isOld, HashSet<string> broken)
    {
        var random = new Random(seed);
        var (policies, size, targets, count) = (Pick(random, 2, 2, 3), Pick(random, 1, 2, 3), Pick(random, 2, 3, 4), Pick(random, 2, 3, 4));
        var world = Empty(false, targets, size, count, isOld, false, broken);
        foreach (var (index, name) in PolicyProfiles.Names.Take(policies).Index())
        {
            var range = Pick(random, (1, 9), (1, 12), (4, 12));
            var declared = PolicyDeeds.Targets(world, Pick(random, "t1", "t2", "t1,t2", "t2,t3"));
            world.Policies[name] = new SimPolicy(name, index + 1, declared, range.Item1, range.Item2, size, random.Next(3) > 0)
            {
                Zones = profile == "zones",
            };
            world.Chosen[name] = [.. world.Interfaces.Keys.Where(_ => random.NextDouble() < .7)];
            world.Steady[name] = [];
        }

        return world;
    }

    private static T Pick<T>(Random random, params T[] from) => from[random.Next(from.Length)];

    private static PolicyWorld Empty(bool isOne, int targets, int size, int count, bool isOld, bool retains, HashSet<string> broken)
    {
        var world = new PolicyWorld { IsOne = isOne, TargetSize = targets, ListsMayBeOld = isOld, Retains = retains, Broken = broken };
        world.Cloud.SessionSize = size;
        foreach (var target in new[] { "t1", "t2", "t3" }) world.Cloud.Targets[target] = targets;
        for (var i = 0; i < count; i++) world.Interfaces[$"e{i}"] = world.Cloud.Interfaces[$"e{i}"] = "sel";
        return world;
    }
}
