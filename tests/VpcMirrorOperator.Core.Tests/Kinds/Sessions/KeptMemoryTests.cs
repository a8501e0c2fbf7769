using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Core.Tests.Kinds.Sessions.Planning;
using VpcMirrorOperator.Emulator.Settings;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Engine.Kinds;
using VpcMirrorOperator.Engine.Lifecycle;
using VpcMirrorOperator.Kinds.Sessions.Planning;

namespace VpcMirrorOperator.Core.Tests.Kinds.Sessions;

/// <summary>Rules S9 and S10: what the annotation <c>vpcmirror.io/memory</c> keeps over a lost status.</summary>
public class KeptMemoryTests
{
    private const string Filter = "tmf-emulatedfilter";

    [Fact]
    public void S9_Ten_thousand_objects_at_a_start_write_no_annotation_and_no_event()
    {
        var rig = new EngineRig(Given.Ids(1, 1), Given.Ids(1, 1));
        rig.Store.KeepsAnnotations = true;
        rig.RunUntilReady();
        Assert.Equal(0, rig.Store.Annotated);
        rig.RunFor(TimeSpan.FromMinutes(6));
        Assert.Equal(1, rig.Store.Annotated);
        Assert.DoesNotContain(rig.Events.Events, told => told.Reason == Reasons.BaselineTaken);
    }

    [Fact]
    public void S9_A_baseline_beside_what_is_declared_is_told()
    {
        var rig = new EngineRig(Given.Ids(1, 1), Given.Ids(1, 1));
        rig.Store.KeepsAnnotations = true;
        rig.Edit(spec => spec with { Session = new SessionDeclaration { Enabled = true } });
        rig.RunUntilReady();
        Assert.Equal(1, rig.Store.Annotated);
        Assert.Single(rig.Events.Events, told => told.Reason == Reasons.BaselineTaken);
    }

    [Fact]
    public void S9_Baselines_are_taken_once_and_left_alone_while_nothing_changes()
    {
        var (rig, _) = Adopted();
        Assert.Contains($"session={Given.SessionId} filter={Filter} ", Memory(rig), StringComparison.Ordinal);
        Assert.Contains(" target=NetworkInterface/eni-emulatedtarget", Memory(rig), StringComparison.Ordinal);
        rig.RunFor(TimeSpan.FromHours(1));
        Assert.Equal(1, rig.Store.Annotated);
    }

    [Fact]
    public void S9_A_lost_status_is_judged_by_the_kept_baseline()
    {
        var (rig, cloud) = Adopted();
        rig.Store.Replace(rig.Store.Find(EngineRig.Key)! with { Status = null });
        cloud.Change = (Filter, "tmf-blind");
        rig.Reconciler = rig.Process("successor");
        rig.RunUntil(() => rig.Ready.Reason == Reasons.SessionAltered);
        Assert.Contains($"filter from {Filter} to tmf-blind", rig.Ready.Message, StringComparison.Ordinal);
        Assert.Contains($"filter={Filter}", Memory(rig), StringComparison.Ordinal);
        cloud.Change = default;
        rig.RunUntilReady();
    }

    [Fact]
    public void S9_An_accepted_alteration_is_the_baseline_from_then_on()
    {
        var (rig, cloud) = Adopted();
        cloud.Change = (Filter, "tmf-other");
        rig.RunUntil(() => rig.Ready.Reason == Reasons.SessionAltered);
        rig.Annotate(Annotations.AcceptedSession, rig.Status.Alteration!.Hash);
        rig.RunUntilReady();
        Assert.Contains("filter=tmf-other", Memory(rig), StringComparison.Ordinal);
    }

    [Fact]
    public void S9_What_is_declared_has_no_baseline()
    {
        var (rig, _) = Adopted();
        rig.Edit(spec => spec with { Session = new SessionDeclaration { FilterId = Filter } });
        rig.RunUntil(() => !Memory(rig).Contains("filter=", StringComparison.Ordinal));
    }

    [Fact]
    public void S10_Vanished_in_arrears_and_with_its_status_lost_it_is_not_made_again_by_itself()
    {
        var rig = new EngineRig(Given.Ids(1, 3), [], EmulatorSettings.RaisedQuotas) { Installation = Installation.Of("cluster-1") };
        rig.Store.KeepsAnnotations = true;
        rig.Reconciler = rig.Process("creator");
        var filter = rig.Console.CreateFilter();
        rig.Edit(spec => spec with
        {
            TrafficMirrorSessionId = null,
            Session = new SessionDeclaration
            {
                Target = new SessionTarget { Type = "NetworkInterface", Id = "eni-target" }, Priority = 10, FilterId = filter,
            },
        });
        rig.RunUntilReady();
        var first = rig.Status.TrafficMirrorSessionId!;
        rig.Cloud.SetOverdue(EngineRig.Account, true);
        rig.RunUntil(() => rig.Ready.Reason == Reasons.FinancialLocked);
        Assert.Contains(" locked=true", Memory(rig), StringComparison.Ordinal);
        rig.Cloud.DeleteSession(EngineRig.Account, Given.Region, first);
        rig.Cloud.SetOverdue(EngineRig.Account, false);
        rig.Store.Replace(rig.Store.Find(EngineRig.Key)! with { Status = null });
        rig.Reconciler = rig.Process("successor");
        rig.RunUntil(() => rig.Ready.Reason == Reasons.VanishedInArrears);
        rig.Annotate(Annotations.Recreate, first);
        rig.RunUntilReady();
        Assert.NotEqual(first, rig.Status.TrafficMirrorSessionId);
        Assert.DoesNotContain("locked", Memory(rig), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("filter=tmf-a")]
    [InlineData("session= filter=tmf-a")]
    [InlineData("=x session")]
    public void A_text_that_says_nothing_is_no_memory(string text) =>
        Assert.Null(Baselines.Kept(Given.Declared(Given.Ids(1, 1)).Annotated(Annotations.Memory, text)));

    [Fact]
    public void A_change_of_the_memory_alone_needs_no_reconcile()
    {
        var declared = Given.Declared(Given.Ids(1, 1));
        Assert.False(ObjectChange.NeedsReconcile(declared, declared.Annotated(Annotations.Memory, "session=tms-a")));
        Assert.True(ObjectChange.NeedsReconcile(declared, declared.Annotated(Annotations.Recreate, "tms-a")));
    }

    private static string Memory(EngineRig rig) =>
        rig.Store.Find(EngineRig.Key)!.Metadata.Annotations.GetValueOrDefault(Annotations.Memory, "");

    private static (EngineRig Rig, AlterationTests.EditedReplies Cloud) Adopted()
    {
        AlterationTests.EditedReplies? cloud = null;
        var rig = new EngineRig(Given.Ids(1, 1), Given.Ids(1, 1), wrap: inner => cloud = new AlterationTests.EditedReplies(inner, cloud));
        rig.Store.KeepsAnnotations = true;
        rig.RunUntilReady();
        rig.RunFor(TimeSpan.FromMinutes(6));
        return (rig, cloud!);
    }
}
