using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Core.Tests.Kinds.Sessions.Planning;
using VpcMirrorOperator.Kinds.Sessions;
using VpcMirrorOperator.Kubernetes.Control;

namespace VpcMirrorOperator.Core.Tests.Kinds.Sessions;

/// <summary>
/// An object in which nothing happens costs next to nothing, and whatever happens ends that. That the short way changes nothing that can be
/// seen is for the simulation (<c>RestingTests</c>).
/// </summary>
public class RestingObjectTests
{
    private const int Passes = 100;

    /// <summary>Bytes; the whole reconcile takes 9 KB. The release build has no objects for its asynchronous methods: 72.</summary>
    private const int Most = 1_000;

    [Fact]
    public async Task A_reconcile_of_an_object_at_rest_allocates_less_than_a_kilobyte()
    {
        var rig = AtRest();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Passes; i++)
        {
            var end = await rig.Reconciler.ReconcileAsync(EngineRig.Key, CancellationToken.None);
            Assert.True(end is Outcome.Requeue { IsCheck: true });
        }

        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / Passes, 0, Most);
    }

    [Fact]
    public void Whatever_happens_to_the_object_or_its_session_ends_its_rest()
    {
        var (declared, seen) = (Given.Declared(Given.Ids(1, 2)), Given.Session(Given.Ids(1, 2)));
        var slot = new SessionMemories().Of(declared, Given.Now);
        slot.Rest(declared, seen);
        Assert.True(slot.RestsAs(declared) && slot.RestsWith(seen));
        Assert.False(slot.RestsAs(declared with { }));
        Assert.False(slot.RestsWith(seen with { }));
        Assert.False(slot.RestsWith(null));
        slot.Rouse();
        Assert.False(slot.RestsAs(declared) || slot.RestsWith(seen));
    }

    [Fact]
    public void A_second_object_for_its_session_is_noticed_at_rest()
    {
        var rig = AtRest();
        var older = rig.Store.Find(EngineRig.Key)!;
        rig.Store.Put(older with
        {
            Metadata = older.Metadata with { Name = "older", Uid = "older", CreationTimestamp = Given.Now.AddDays(-99) },
        });
        rig.Reconcile();
        Assert.True(rig.Has(ConditionTypes.OwnershipConflict));
    }

    private static EngineRig AtRest()
    {
        var rig = new EngineRig(Given.Ids(1, 2), Given.Ids(1, 2));
        rig.RunUntilReady();
        for (var i = 0; i < 3; i++) rig.Reconcile();
        return rig;
    }
}
