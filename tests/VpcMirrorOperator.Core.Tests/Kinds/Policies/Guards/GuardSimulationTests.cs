using System.Globalization;

namespace VpcMirrorOperator.Core.Tests.Kinds.Policies.Guards;

/// <summary>
/// Rules P20 and P21 under random relabelling, scale-in, neighbours, restarts: never more counted removals within an hour than the limit,
/// and no scale-in is held.
/// </summary>
public class GuardSimulationTests
{
    private static readonly int Seeds =
        int.Parse(Environment.GetEnvironmentVariable("POLICY_SEEDS") ?? "300", CultureInfo.InvariantCulture);

    private static readonly Dictionary<string, string[]> Kinds = new()
    {
        ["drip"] = ["relabel", "back", "relabel"], ["scale-in"] = ["delpod", "neighbour", "gone", "new"],
        ["evict"] = ["many", "new", "new", "new", "new"], ["restart"] = ["relabel", "restart", "back", "many"],
        ["mix"] = ["relabel", "many", "delpod", "neighbour", "back", "new", "gone", "restart"],
    };

    public static TheoryData<string> Profiles => [.. Kinds.Keys];

    [Theory]
    [MemberData(nameof(Profiles))]
    public void The_limit_holds_and_nothing_else_is_held(string profile)
    {
        for (var seed = 1; seed <= Seeds; seed++)
        {
            var (random, world, trace) = (new Random(seed), new GuardWorld(), new List<string>());
            for (var i = 0; i < 90 && world.Broken is null; i++) Step(random, world, Kinds[profile], trace);
            if (world.Broken is { } broken) Assert.Fail($"{profile}, seed {seed}: {broken} <- {string.Join(' ', trace)}");
        }
    }

    private static void Step(Random random, GuardWorld world, string[] kinds, List<string> trace)
    {
        var draw = random.NextDouble();
        if (draw < .35 && world.Pods.Count > 0)
        {
            var kind = kinds[random.Next(kinds.Length)];
            var ids = world.Pods.Keys.OrderBy(_ => random.Next()).Take(kind == "many" ? 4 : 1).ToList();
            trace.Add($"{kind}({string.Join(' ', ids)})");
            foreach (var id in ids) Do(world, kind, id);
        }

        world.Tick(draw is > .35 and < .45 ? 7 : 1);
        trace.Add(draw is > .35 and < .45 ? "7" : "1");
    }

    private static void Do(GuardWorld world, string kind, string id)
    {
        var pods = world.Pods[id];
        switch (kind)
        {
            case "relabel" or "many":
                foreach (var pod in pods.Keys.ToList()) pods[pod] = false;
                break;
            case "back":
                foreach (var pod in pods.Keys.Where(pod => pod[0] == 'p').ToList()) pods[pod] = true;
                break;
            case "delpod":
                foreach (var pod in pods.Where(pod => pod.Value).Select(pod => pod.Key).ToList()) pods.Remove(pod);
                break;
            case "neighbour":
                world.Neighbour(id);
                break;
            case "new":
                world.New();
                break;
            case "gone":
                world.Pods.Remove(id);
                break;
            default:
                world.Restart();
                break;
        }
    }
}
