using VpcMirrorOperator.Simulation.Loop;

namespace VpcMirrorOperator.Simulation.Tests;

/// <summary>Shorthand of these tests: one loop, one process, a body that must end.</summary>
internal static class World
{
    internal static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    internal static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds);

    /// <summary>Runs the body as a process until it ends, within an hour of virtual time.</summary>
    internal static SimLoop Run(Func<SimProcess, Task> body, int seed = 1)
    {
        var loop = new SimLoop(seed);
        var process = loop.CreateProcess("A");
        var done = process.Start(() => body(process));
        loop.RunUntil(() => done.IsCompleted, Hour);
        return loop;
    }
}
