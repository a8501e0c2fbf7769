using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Core.Tests.Kinds.Sessions.Planning;
using VpcMirrorOperator.Emulator.Faults;
using VpcMirrorOperator.Kinds.Sessions;

namespace VpcMirrorOperator.Core.Tests.Kinds.Sessions;

public class LastWritesTests
{
    [Fact]
    public void The_status_tells_the_latest_writes_with_their_request_ids()
    {
        var rig = new EngineRig(Given.Ids(1, 2), Given.Ids(3, 15));
        rig.RunUntilReady();

        var calls = rig.Writes.TakeLast(3).Reverse().ToList();
        Assert.Equal(TrafficMirrorSessionStatus.MaxLastWrites, rig.Status.LastWrites.Count);
        Assert.Equal(calls.Select(c => c.RequestId), rig.Status.LastWrites.Select(w => w.RequestId));
        Assert.Equal(calls.Select(c => c.Ids.Length), rig.Status.LastWrites.Select(w => w.Sources));
        Assert.All(rig.Status.LastWrites, w => Assert.Equal("OK", w.Result));
    }

    [Fact]
    public void A_write_that_fails_is_told_with_its_code_and_then_its_repeat()
    {
        var rig = new EngineRig(Given.Ids(1, 2), []);
        rig.Cloud.Faults.Add(new FaultRule { Kind = FaultKind.DropAfterEffect, Action = "AddSourcesToTrafficMirrorSession", Times = 1 });
        rig.RunUntilReady();

        Assert.Contains(rig.Status.LastWrites, w => w is { Result: not "OK", RequestId: null, Verb: OperationVerb.Add, Sources: 2 });
    }

    [Fact]
    public void Nothing_new_is_the_same_instance()
    {
        WriteRecord[] told = [Write(3), Write(2), Write(1)];

        Assert.Same(told, LastWrites.Merge(told, []));
        Assert.Same(told, LastWrites.Merge(told, [Write(3), Write(2)]));
        Assert.Same(told, LastWrites.Merge(told, [Write(0)]));
        Assert.Equal([Write(4), Write(3), Write(2)], LastWrites.Merge(told, [Write(4), Write(3)]));
    }

    private static WriteRecord Write(int second) => new()
    {
        Time = Given.Now.AddSeconds(second), Verb = OperationVerb.Add, Sources = 1, Result = "OK",
    };
}
