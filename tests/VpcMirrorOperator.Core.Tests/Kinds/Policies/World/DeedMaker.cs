namespace VpcMirrorOperator.Core.Tests.Kinds.Policies.World;

/// <summary>Draws the next deed of a profile.</summary>
internal static class DeedMaker
{
    private static readonly string[] Targets = ["t1", "t2", "t1,t2", "t2,t3", "t1,t2,t3", "t1,t3"];

    /// <summary>A deed; null when there is nothing to do it to.</summary>
    public static SimStep? Draw(Random random, PolicyWorld world, (string Kind, double Weight)[] kinds)
    {
        var kind = Weighted(random, kinds, entry => entry.Weight).Kind;
        var name = world.IsOne ? "p" : Pick(random, [.. world.Chosen.Keys]);
        var id = Pick(random, [.. world.Interfaces.Keys]);
        return kind switch
        {
            "eni" when world.IsOne => new SimStep("eni", A: name, B: id, C: random.NextDouble() < .3
                ? Pick(random, "sel", "unsel", "unsel", "gone") : Pick(random, "sel", "unsel")),
            "eni" => new SimStep("eni", A: name, B: id, C: Pick(random, "bad", "sel", "gone")),
            "bad" or "other" => new SimStep("eni", A: name, B: id, C: Pick(random, kind, "sel")),
            "choose" => new SimStep(kind, A: name, B: id),
            "blind" => new SimStep(kind, A: name, B: string.Join(',', world.Interfaces.Keys.Where(_ => random.NextDouble() < .4))),
            "targets" => new SimStep(kind, A: name, B: Pick(random, Targets)),
            "flap" => new SimStep("targets", A: name, B: world.Policies.GetValueOrDefault("p")?.Targets[0].Id == "t2" ? "t1" : "t2"),
            "range" => Range(random, world, name),
            "filt" or "most" => new SimStep(kind, A: name, B: $"{random.Next(kind == "filt" ? 1 : 0, 4)}"),
            "mode" => new SimStep(kind, A: name, B: Pick(random, "Sync", "Sync", "AddOnly", "Observe", "Suspended")),
            "poldel" => new SimStep(kind, A: name, B: Pick(random, "background", "foreground")),
            "orphan" => new SimStep("poldel", A: name, B: "orphan"),
            "delpol" => new SimStep(kind, A: name, B: Pick(random, "Delete", "Retain")),
            "new" => New(random, world),
            "realcap" => new SimStep(kind, A: Pick(random, "1", "2")),
            "failover" or "crash" or "nsdelete" or "f_del" or "quiet" => new SimStep(kind),
            "window" or "polnew" => new SimStep(kind, A: name),
            _ => OnOne(random, world, kind, id),
        };
    }

    public static T Weighted<T>(Random random, IReadOnlyList<T> from, Func<T, double> weight)
    {
        var at = random.NextDouble() * from.Sum(weight);
        foreach (var one in from)
            if ((at -= weight(one)) < 0) return one;
        return from[^1];
    }

    private static T Pick<T>(Random random, params T[] from) => from[random.Next(from.Length)];

    private static SimStep Range(Random random, PolicyWorld world, string name)
    {
        var (from, to) = world.IsOne ? Pick(random, (1, 8), (5, 12), (9, 16)) : Pick(random, (1, 9), (4, 12), (10, 18));
        return new SimStep("range", A: name, B: $"{from}", C: $"{to}");
    }

    private static SimStep New(Random random, PolicyWorld world)
    {
        var ids = string.Join(',', world.Interfaces.Keys.Where(_ => random.NextDouble() < .6));
        var (name, policy) = (Pick(random, PolicyProfiles.Names), Pick(random, "Delete", "Retain"));
        return new SimStep("new", A: name, B: Pick(random, Targets[..5]), C: $"{policy},{ids}");
    }

    /// <summary>On a session or a child that is there.</summary>
    private static SimStep? OnOne(Random random, PolicyWorld world, string kind, string id)
    {
        if (kind == "f_new")
        {
            var second = random.Next(2) == 0 || !world.IsOne ? id : Pick(random, [.. world.Interfaces.Keys]);
            var ids = second == id ? id : $"{id},{second}";
            return new SimStep(kind, A: Pick(random, "t1", "t2"), B: ids, C: $"{random.Next(1, world.IsOne ? 9 : 21)}");
        }

        if (kind.StartsWith("t_", StringComparison.Ordinal))
            return world.Cloud.Sessions.Values.Where(s => s.Tag.Length > 0).Select(s => s.Sid).ToArray() is { Length: > 0 } sids
                ? new SimStep(kind, A: Pick(random, sids), B: id) : null;
        if (world.Children.Count == 0) return null;
        var child = Pick(random, [.. world.Children.Values]);
        if (kind == "handdelete") return new SimStep(kind, A: child.Name);
        return child.State.Sources.Count == 0 ? null : new SimStep(kind, A: child.Name, B: Pick(random, [.. child.State.Sources]));
    }
}
