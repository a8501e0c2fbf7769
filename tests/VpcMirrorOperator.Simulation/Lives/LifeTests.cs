using System.Collections.Concurrent;
using System.Globalization;
using VpcMirrorOperator.Simulation.Loop;

namespace VpcMirrorOperator.Simulation.Lives;

/// <summary>
/// All kinds in one operator, sessions and filters adopted and created, on virtual time, with everything going wrong.
/// <c>SIM_LIFE_SEEDS=20000</c> runs more seeds, <c>SIM_LIFE_FIRST=5001</c> others, <c>SIM_LIFE_SEED=123</c> replays one and prints
/// its trace, <c>SIM_LIFE=Folder</c> forces a profile.
/// </summary>
public class LifeTests(ITestOutputHelper output)
{
    private const int DefaultSeeds = 320;

    [Fact]
    public void No_interleaving_breaks_a_rule_and_every_object_arrives_when_the_faults_stop()
    {
        if (Setting("SIM_LIFE_SEED") is { } one)
        {
            Run(one, trace: true);
            return;
        }

        var first = Setting("SIM_LIFE_FIRST") ?? 1;
        var seeds = Setting("SIM_LIFE_SEEDS") ?? DefaultSeeds;
        var failed = new ConcurrentBag<(int Seed, string Why)>();
        Parallel.For(first, first + seeds, new ParallelOptions { MaxDegreeOfParallelism = 2 }, seed =>
        {
            if (WhyNot(seed) is { } why) failed.Add((seed, why));
        });
        Assert.True(failed.IsEmpty, Told([.. failed.OrderBy(one => one.Seed)]));
    }

    /// <summary>One line for each, and the trace of the first.</summary>
    private static string Told(IReadOnlyList<(int Seed, string Why)> failed) => string.Join(
        '\n',
        [.. failed.Select(one => $"{LifeProfiles.Of(one.Seed)} {one.Why.Split('\n')[0]}"), .. failed.Take(1).Select(one => one.Why)]);

    private string? WhyNot(int seed)
    {
        try
        {
            Run(seed, trace: false);
            return null;
        }
        catch (SimulationException broken)
        {
            return broken.Message;
        }
    }

    private void Run(int seed, bool trace)
    {
        var world = new LifeWorld(seed);
        try
        {
            LifeRun.Whole(world);
        }
        finally
        {
            if (trace) output.WriteLine(string.Join('\n', world.Loop.Trace.Lines));
        }
    }

    private static int? Setting(string name) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value
            : null;
}
