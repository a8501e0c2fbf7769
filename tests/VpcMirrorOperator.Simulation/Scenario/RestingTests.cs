namespace VpcMirrorOperator.Simulation.Scenario;

/// <summary>The short way of objects at rest, beside the whole reconcile: the same worlds, the same traces to the last line.</summary>
public class RestingTests
{
    private const int Seeds = 80;

    [Fact]
    public void The_short_way_of_objects_at_rest_changes_no_call_no_status_and_no_log_line_of_any_world()
    {
        var rested = 0;
        Parallel.For(1, Seeds + 1, new ParallelOptions { MaxDegreeOfParallelism = 2 }, seed =>
        {
            var (spared, whole) = (Run(seed, sparesResting: true), Run(seed, sparesResting: false));
            var (ours, theirs) = (spared.Loop.Trace.Lines, whole.Loop.Trace.Lines);
            for (var line = 0; line < Math.Max(ours.Count, theirs.Count); line++)
                Assert.True(
                    line < Math.Min(ours.Count, theirs.Count) && ours[line] == theirs[line],
                    $"seed {seed}, line {line}: '{ours.ElementAtOrDefault(line)}' instead of '{theirs.ElementAtOrDefault(line)}'");
            Assert.Equal(whole.Rules.Calls, spared.Rules.Calls);
            Assert.Equal(0, Resting(whole));
            Interlocked.Add(ref rested, Resting(spared));
        });
        Assert.True(rested > Seeds / 2, $"only {rested} objects rested in {Seeds} worlds");
    }

    private static MirrorWorld Run(int seed, bool sparesResting)
    {
        var world = new MirrorWorld(seed) { SparesResting = sparesResting };
        var chaos = new Chaos(world, world.Loop.RandomFor("chaos"));
        var done = world.Loop.CreateProcess("chaos").Start(() => chaos.RunAsync(TimeSpan.FromMinutes(10)));
        world.Loop.RunUntil(() => done.IsCompleted, TimeSpan.FromMinutes(30));
        world.Loop.RunFor(TimeSpan.FromMinutes(40));
        return world;
    }

    private static int Resting(MirrorWorld world) => world.Memories.Sum(
        memories => world.Store.Objects.Count(declared => memories.Find(declared)?.RestsAs(declared) == true));
}
