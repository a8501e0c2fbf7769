using System.Globalization;
using VpcMirrorOperator.Simulation.Loop;

namespace VpcMirrorOperator.Simulation.Scenario;

/// <summary>
/// The whole operator, from work queue to signed request, against the emulated cloud, on virtual time, with everything going wrong.
/// <c>SIM_SEEDS=20000 dotnet test tests/VpcMirrorOperator.Simulation</c> runs more seeds; <c>SIM_SEED=123</c> replays one, and prints its
/// trace.
/// </summary>
public class ScenarioTests(ITestOutputHelper output)
{
    private const int DefaultSeeds = 1000;

    /// <summary>At a quota, every ten minutes: four writes, for each of three sessions, by each of two processes.</summary>
    private const int MostQuietWrites = 3 * 4 * 3 * 2;

    /// <summary>Drift checks, and two lists for each add that meets a quota.</summary>
    private const int MostQuietCalls = 400 + (2 * MostQuietWrites);

    [Fact]
    public void No_interleaving_breaks_a_rule_and_every_session_arrives_when_the_faults_stop()
    {
        if (Setting("SIM_SEED") is { } one)
        {
            Run(one, trace: true);
            return;
        }

        var seeds = Setting("SIM_SEEDS") ?? DefaultSeeds;
        var first = Setting("SIM_FIRST_SEED") ?? 1;
        Parallel.For(first, first + seeds, new ParallelOptions { MaxDegreeOfParallelism = 2 }, seed => Run(seed, trace: false));
    }

    private void Run(int seed, bool trace)
    {
        var world = new MirrorWorld(seed);
        var chaos = new Chaos(world, world.Loop.RandomFor("chaos"));
        try
        {
            var done = world.Loop.CreateProcess("chaos").Start(() => chaos.RunAsync(TimeSpan.FromMinutes(10)));
            world.Loop.RunUntil(() => done.IsCompleted, TimeSpan.FromMinutes(30));
            if (world.Regions is { } regions) BesideTheDead.Check(world, regions);
            Settle(world);
            CheckQuiet(world);
        }
        finally
        {
            if (trace) output.WriteLine(string.Join('\n', world.Loop.Trace.Lines));
        }
    }

    private static void Settle(MirrorWorld world)
    {
        var limit = world.Loop.Time.Elapsed + TimeSpan.FromHours(3);
        while (Missing(world) is { } missing)
        {
            if (world.Loop.Time.Elapsed > limit)
                throw new SimulationException($"seed {world.Loop.Seed}: not converged: {missing}\n{world.Loop.Trace.Tail()}", null);
            world.Loop.RunFor(TimeSpan.FromSeconds(30));
        }
    }

    /// <summary>A world in which nothing happens any more costs next to nothing.</summary>
    private static void CheckQuiet(MirrorWorld world)
    {
        world.Loop.RunFor(TimeSpan.FromMinutes(5));
        var (calls, writes, slow) = (world.Rules.Calls, world.Rules.Writes, Slow(world));
        world.Loop.RunFor(TimeSpan.FromMinutes(30));
        slow += Slow(world);
        if (world.Rules.Calls - calls > MostQuietCalls + (3 * slow) || world.Rules.Writes - writes > MostQuietWrites + slow)
            throw new SimulationException(
                $"seed {world.Loop.Seed}: {world.Rules.Calls - calls} calls and {world.Rules.Writes - writes} writes in 30 quiet " +
                $"minutes\n{world.Loop.Trace.Tail()}", null);
    }

    /// <summary>Writes that wait for a user, and are tried once a minute by each of two processes.</summary>
    private static int Slow(MirrorWorld world) => 30 * 2 * world.Store.Objects.Count(declared => QuotaLimits.IsUnclear(world, declared));

    private static string? Missing(MirrorWorld world)
    {
        var missing = world.Store.Objects.Select(declared => Verdict.Why(world, declared)).Where(why => why is not null).ToList();
        return missing.Count == 0 ? null : string.Join("; ", missing);
    }

    private static int? Setting(string name) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value
            : null;
}
