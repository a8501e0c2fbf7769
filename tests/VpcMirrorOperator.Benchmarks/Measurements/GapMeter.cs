using VpcMirrorOperator.Benchmarks.World;

namespace VpcMirrorOperator.Benchmarks.Measurements;

/// <summary>
/// Adds up how long sources are not mirrored that should be, by the truth of the cloud, checked every millisecond of virtual time.
/// One source missing for one second is one source-second.
/// </summary>
internal sealed class GapMeter(BenchWorld world, IReadOnlyCollection<string> before, IReadOnlyCollection<string> after)
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(1);
    private readonly string[] _staying = [.. after.Intersect(before)];

    /// <summary>Of the sources that are wanted before and after the edit.</summary>
    public TimeSpan Staying { get; private set; }

    /// <summary>Of all sources that are wanted after the edit.</summary>
    public TimeSpan Desired { get; private set; }

    public void Start()
    {
        var process = world.Loop.CreateProcess("meter");
        process.Start(() => RunAsync(process.Time));
    }

    private async Task RunAsync(TimeProvider time)
    {
        while (true)
        {
            var mirrored = world.Sources(0);
            Staying += Tick * _staying.Count(id => !mirrored.Contains(id));
            Desired += Tick * after.Count(id => !mirrored.Contains(id));
            await Task.Delay(Tick, time);
        }
    }
}
