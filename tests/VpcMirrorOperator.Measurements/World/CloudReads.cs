using VpcMirrorOperator.Emulator;

namespace VpcMirrorOperator.Measurements.World;

/// <summary>Calls that the cloud got from one moment on.</summary>
internal sealed class CloudReads(VpcEmulator cloud)
{
    private readonly long _before = cloud.Snapshot().Calls is [.., var last] ? last.Sequence : 0;

    /// <summary>How many there were; the busiest crowd makes fewer than the emulator's log holds.</summary>
    public int Calls => cloud.Snapshot(_before).Calls.Count;

    /// <summary>Ends when so many different sessions have been read.</summary>
    public Task ReachAsync(int sessions) => Wait.UntilAsync(
        () => Task.FromResult(cloud.Snapshot(_before).Calls.SelectMany(call => call.Ids).Distinct().Count() >= sessions),
        "every session was read", TimeSpan.FromMilliseconds(100), TimeSpan.FromMinutes(10));
}
