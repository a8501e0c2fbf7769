using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Core.Tests.Kinds.Sessions.Planning;
using VpcMirrorOperator.Emulator.Faults;
using VpcMirrorOperator.Engine.Decisions;

namespace VpcMirrorOperator.Core.Tests.Kinds.Sessions;

/// <summary>The finalizer of an open write, and what happens to an object that is deleted in the middle of one.</summary>
public class OpenWriteTests
{
    private static string[] FinalizersOf(EngineRig rig) => [.. rig.Store.Find(EngineRig.Key)!.Metadata.Finalizers];

    [Fact]
    public void Every_intent_is_recorded_on_a_held_object_which_is_let_go_after_the_burst()
    {
        var rig = new EngineRig(Given.Ids(1, 25), []);
        rig.Store.BeforeWrite = status =>
        {
            if (status.Operation is not null) Assert.Equal([Finalizers.Operation], FinalizersOf(rig));
            return Task.CompletedTask;
        };
        rig.RunUntilReady();
        Assert.Equal(3, rig.Writes.Length);
        Assert.Empty(FinalizersOf(rig));
    }

    [Fact]
    public void An_object_at_rest_gets_no_finalizer()
    {
        var rig = new EngineRig(Given.Ids(1, 3), Given.Ids(1, 3));
        rig.RunUntilReady();
        var version = rig.Store.Find(EngineRig.Key)!.Metadata.ResourceVersion;
        rig.RunFor(TimeSpan.FromMinutes(30));
        Assert.Equal(version, rig.Store.Find(EngineRig.Key)!.Metadata.ResourceVersion);
        Assert.Empty(FinalizersOf(rig));
    }

    [Fact]
    public void An_object_that_is_deleted_while_its_call_may_be_on_its_way_stays_until_it_has_landed()
    {
        var rig = new EngineRig(Given.Ids(1, 3), Given.Ids(1, 2));
        rig.Cloud.Faults.Add(new FaultRule { Kind = FaultKind.DropAfterEffect, Action = "AddSourcesToTrafficMirrorSession", Times = 1 });
        rig.Reconcile();
        rig.Store.Delete(EngineRig.Key);
        rig.RunFor(TimeSpan.FromSeconds(15));
        Assert.Equal([Finalizers.Operation], FinalizersOf(rig));
        rig.RunFor(TimeSpan.FromSeconds(10));
        Assert.Null(rig.Store.Find(EngineRig.Key));
        Assert.Equal(Reasons.Released, rig.Events.Reasons.Last());
    }
}
