using VpcMirrorOperator.Emulator.Snapshots;

namespace VpcMirrorOperator.Benchmarks.World;

/// <summary>The calls that arrived at the cloud since it was made, refused ones included.</summary>
internal sealed class CallCount(BenchWorld world)
{
    private readonly long _before = world.Cloud.Snapshot().Calls is [.., var last] ? last.Sequence : 0;

    public IReadOnlyList<EmulatorCall> Calls => world.Cloud.Snapshot(_before).Calls;

    public int Reads => Calls.Count(IsRead);

    public int Writes => Calls.Count(call => !IsRead(call));

    public static bool IsRead(EmulatorCall call) => call.Action == "ListTrafficMirrorSessions";
}
