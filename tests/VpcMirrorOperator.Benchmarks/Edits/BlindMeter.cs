using VpcMirrorOperator.Emulator.Matching;

namespace VpcMirrorOperator.Benchmarks.Edits;

/// <summary>
/// Adds up how long sources are not mirrored, by the truth of the cloud: each hundredth of a second of virtual time, a packet of HTTPS and
/// one of DNS is tried at each source, and a source with either missing is blind. One source for one second is one source-second.
/// </summary>
internal sealed class BlindMeter(EditWorld world, IReadOnlyList<string> sources)
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(10);

    /// <summary>Of all sources since the start.</summary>
    public TimeSpan Blind { get; private set; }

    public void Start()
    {
        var process = world.Loop.CreateProcess("meter");
        process.Start(() => RunAsync(process.Time));
    }

    /// <summary>Whether a source is mirrored, as far as it is wanted before and after each edit.</summary>
    public static bool Sees(EditWorld world, string source) =>
        world.IsMirrored(source, MatchPacket.Tcp, 443) && world.IsMirrored(source, MatchPacket.Udp, 53);

    private async Task RunAsync(TimeProvider time)
    {
        while (true)
        {
            await Task.Delay(Tick, time);
            Blind += Tick * sources.Count(source => !Sees(world, source));
        }
    }
}
