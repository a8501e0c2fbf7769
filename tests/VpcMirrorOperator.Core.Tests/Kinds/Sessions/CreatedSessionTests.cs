using System.Collections.Immutable;
using System.Net;
using VpcMirrorOperator.AlibabaCloud.Vpc;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Core.Tests.Kinds.Sessions.Planning;
using VpcMirrorOperator.Emulator.Seeds;
using VpcMirrorOperator.Emulator.Settings;
using VpcMirrorOperator.Emulator.Snapshots;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Engine.Lifecycle;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Core.Tests.Kinds.Sessions;

/// <summary>Rules S1 to S12 for a session that the operator creates, through the whole reconciler against the emulated cloud.</summary>
public class CreatedSessionTests
{
    private const string Create = "CreateTrafficMirrorSession";

    [Fact]
    public void S1_S7_It_is_created_with_its_tags_enabled_and_gets_the_rest_of_its_sources()
    {
        var rig = Rig(Given.Ids(1, 14));
        rig.RunUntilReady();
        var session = Assert.Single(Made(rig));
        Assert.Equal(Given.Ids(1, 14), session.TrafficMirrorSourceIds!.Order(StringComparer.Ordinal));
        Assert.Equal((true, 10, "eni-target", "web"),
            (session.Enabled, session.Priority, session.TrafficMirrorTargetId, session.TrafficMirrorSessionName));
        Assert.Equal(session.TrafficMirrorSessionId, rig.Status.TrafficMirrorSessionId);
        Assert.Equal(10, Assert.Single(Calls(rig, Create)).Ids.Length);
        Assert.Equal(
            ["team=soc", $"vpcmirror.io/created-by={Self.CreatedBy}", "vpcmirror.io/object=ids/main", "vpcmirror.io/owner=uid-1"],
            session.Tags!.Select(tag => $"{tag.Key}={tag.Value}").Order(StringComparer.Ordinal));
        Assert.Null(rig.Status.Operation);
    }

    [Fact]
    public void S3_The_finalizer_is_on_before_the_first_Create()
    {
        var rig = Rig(Given.Ids(1, 1));
        rig.Reconcile();
        Assert.Empty(Calls(rig, Create));
        Assert.NotEmpty(rig.Store.Find(EngineRig.Key)!.Metadata.Finalizers);
    }

    [Fact]
    public void S4_An_answer_that_is_lost_makes_no_second_session()
    {
        var rig = Rig(Given.Ids(1, 3), cloud => new LostAnswer(cloud, Create, 3));
        rig.RunUntilReady();
        Assert.Single(Made(rig));
        Assert.Single(Calls(rig, Create).Select(call => call.ClientToken).Distinct());
    }

    [Fact]
    public void S4_After_an_edit_a_Create_without_an_answer_is_looked_up_and_not_repeated()
    {
        var rig = Rig(Given.Ids(1, 3), cloud => new LostAnswer(cloud, Create, 1));
        rig.RunUntil(() => Calls(rig, Create).Length == 1);
        Declare(rig, declared => declared with { VirtualNetworkId = 9 });
        rig.RunUntilReady();
        Assert.Equal(9, Assert.Single(Made(rig)).VirtualNetworkId);
        Assert.Single(Calls(rig, Create));
    }

    [Fact]
    public void S3_A_lost_status_takes_its_session_back_and_creates_none()
    {
        var rig = Ready();
        var id = rig.Status.TrafficMirrorSessionId;
        LoseStatus(rig);
        rig.Reconciler = rig.Process("successor");
        rig.RunUntilReady();
        Assert.Equal(id, Assert.Single(Made(rig)).TrafficMirrorSessionId);
        Assert.Equal(id, rig.Status.TrafficMirrorSessionId);
        Assert.Single(Calls(rig, Create));
    }

    [Fact]
    public void S3_A_status_lost_while_a_Create_is_unanswered_creates_no_second_one()
    {
        var rig = Rig(Given.Ids(1, 3), cloud => new LostAnswer(cloud, Create, 1));
        rig.RunUntil(() => Calls(rig, Create).Length == 1);
        LoseStatus(rig);
        rig.Reconciler = rig.Process("successor");
        rig.RunUntilReady();
        Assert.Single(Made(rig));
    }

    [Fact]
    public void S3_Another_life_of_the_object_takes_the_session_over_and_puts_its_owner_right()
    {
        var rig = Ready();
        var declared = rig.Store.Find(EngineRig.Key)!;
        rig.Store.Remove(EngineRig.Key);
        rig.Store.Put(declared with { Metadata = declared.Metadata with { Uid = "uid-2", Finalizers = [] }, Status = null });
        rig.RunUntilReady();
        Assert.Contains(Assert.Single(Made(rig)).Tags!, tag => tag is { Key: IdentityTags.Owner, Value: "uid-2" });
    }

    [Fact]
    public void S3_An_owner_that_cannot_be_put_right_is_told_and_tried_slowly()
    {
        CannedAnswer? tags = null;
        var rig = Rig(Given.Ids(1, 3), cloud => tags = new CannedAnswer(
            cloud, HttpStatusCode.Forbidden, CannedAnswer.Refused("Forbidden.RAM"), "TagResources"));
        rig.RunUntilReady();
        var declared = rig.Store.Find(EngineRig.Key)!;
        rig.Store.Remove(EngineRig.Key);
        rig.Store.Put(declared with { Metadata = declared.Metadata with { Uid = "uid-2", Finalizers = [] }, Status = null });
        rig.RunUntil(() => rig.Ready.Reason == Reasons.PermissionDenied);
        rig.RunFor(TimeSpan.FromMinutes(10));
        Assert.Equal(Reasons.PermissionDenied, rig.Ready.Reason);
        Assert.InRange(tags!.Seen.Count, 2, 15);
    }

    [Fact]
    public void S6_Without_sources_it_waits_and_creates_nothing()
    {
        var rig = Rig([]);
        rig.RunUntil(() => rig.Ready.Reason == Reasons.NoSources);
        Assert.Empty(Calls(rig, Create));
        rig.Edit(spec => spec with { SourceIds = Given.Ids(1, 1) });
        rig.RunUntilReady();
    }

    [Fact]
    public void S7_One_bad_source_does_not_stop_the_session()
    {
        var rig = Rig(Given.Ids(1, 4));
        rig.Cloud.DeleteNetworkInterface(Given.Id(2));
        rig.RunUntil(() => rig.Status.RejectedSources.Count == 1 && rig.Ready.Reason == Reasons.SourcesRejected);
        Assert.Equal(
            [Given.Id(1), Given.Id(3), Given.Id(4)], Assert.Single(Made(rig)).TrafficMirrorSourceIds!.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void S7_A_cloud_that_takes_one_source_in_a_call_gets_one()
    {
        var rig = Rig(Given.Ids(1, 4));
        rig.Cloud.Settings = rig.Cloud.Settings with { MaxSourcesPerAdd = 1 };
        rig.RunUntilReady();
        Assert.Equal(Given.Ids(1, 4), Assert.Single(Made(rig)).TrafficMirrorSourceIds!.Order(StringComparer.Ordinal));
        Assert.Equal([4, 1], Calls(rig, Create).Select(call => call.Ids.Length));
    }

    [Fact]
    public void S8_A_number_that_the_session_of_a_copied_status_holds_is_held()
    {
        var rig = Rig(Given.Ids(1, 1));
        rig.Cloud.ForeignCreate(EngineRig.Account, Given.Region, new SessionSeed
        {
            Id = "tms-holder", Priority = 10, Sources = ["eni-x"],
            Tags = ImmutableSortedDictionary.CreateRange(
                StringComparer.Ordinal, [KeyValuePair.Create(IdentityTags.CreatedBy, (Self with { Name = "other" }).CreatedBy)]),
        });
        var copied = new TrafficMirrorSessionStatus { TrafficMirrorSessionId = "tms-holder" };
        rig.Store.Replace(rig.Store.Find(EngineRig.Key)! with { Status = copied });
        rig.RunUntil(() => rig.Ready.Reason == Reasons.PriorityConflict);
        Assert.DoesNotContain(Calls(rig, Create), call => call.Executed);
    }

    [Fact]
    public void S8_A_held_priority_is_named_and_nothing_is_created_before_it_is_free()
    {
        var rig = Rig(Given.Ids(1, 1));
        rig.Cloud.ForeignCreate(
            EngineRig.Account, Given.Region, new SessionSeed { Id = "tms-holder", Priority = 10, Sources = ["eni-x"] });
        rig.RunUntil(() => rig.Ready.Reason == Reasons.PriorityConflict);
        Assert.Contains("tms-holder", rig.Ready.Message, StringComparison.Ordinal);
        Assert.Empty(Calls(rig, Create));
        rig.Cloud.DeleteSession(EngineRig.Account, Given.Region, "tms-holder");
        rig.RunUntilReady();
    }

    [Fact]
    public void S10_Removed_by_hand_it_is_made_again()
    {
        var rig = Ready();
        var first = rig.Status.TrafficMirrorSessionId!;
        rig.Cloud.DeleteSession(EngineRig.Account, Given.Region, first);
        rig.RunUntil(() => rig.Status.TrafficMirrorSessionId != first);
        rig.RunUntilReady();
        Assert.Single(Made(rig));
    }

    [Fact]
    public void S10_Vanished_in_arrears_it_is_made_again_only_by_annotation()
    {
        var rig = Ready();
        var first = rig.Status.TrafficMirrorSessionId!;
        rig.Cloud.SetOverdue(EngineRig.Account, true);
        rig.RunUntil(() => rig.Ready.Reason == Reasons.FinancialLocked);
        rig.Cloud.DeleteSession(EngineRig.Account, Given.Region, first);
        rig.Cloud.SetOverdue(EngineRig.Account, false);
        rig.RunUntil(() => rig.Ready.Reason == Reasons.VanishedInArrears);
        rig.RunFor(TimeSpan.FromMinutes(30));
        Assert.Empty(Made(rig));
        rig.Annotate(Annotations.Recreate, first);
        rig.RunUntilReady();
        Assert.Single(Made(rig));
    }

    [Theory]
    [InlineData(null, 1)]
    [InlineData(DeletionPolicy.Retain, 1)]
    [InlineData(DeletionPolicy.Delete, 0)]
    public void S12_Its_deletion_policy_says_what_becomes_of_it(DeletionPolicy? policy, int left)
    {
        var rig = Ready(policy);
        Delete(rig);
        Assert.Equal(left, Made(rig).Length);
        Assert.Contains(rig.Events.Events, e => e.Reason is Reasons.Released or Reasons.SessionDeleted);
    }

    [Fact]
    public void S12_Deleted_right_after_its_Create_the_object_says_what_it_waits_for()
    {
        var rig = Rig(Given.Ids(1, 1));
        rig.RunUntil(() => Calls(rig, Create).Length == 1);
        rig.Store.Delete(EngineRig.Key);
        rig.Reconcile();

        var ready = Conditions.Find(rig.Status.Conditions, ConditionTypes.Ready)!;
        Assert.Equal((ConditionStatus.Unknown, Reasons.WaitingForCloud), (ready.Status, ready.Reason));
        Assert.StartsWith("The object is deleted, and its name is kept until lists would show", ready.Message, StringComparison.Ordinal);
        Assert.Contains("within two minutes", ready.Message, StringComparison.Ordinal);
        rig.RunUntil(() => rig.Store.Find(EngineRig.Key) is null);
        Assert.Single(Made(rig));
    }

    [Fact]
    public void S12_Under_Observe_and_in_an_uninstall_nothing_is_deleted()
    {
        var observing = Ready(DeletionPolicy.Delete);
        observing.Edit(spec => spec with { ManagementPolicy = ManagementPolicy.Observe });
        Delete(observing);
        Assert.Single(Made(observing));
        var uninstalled = Ready(DeletionPolicy.Delete);
        uninstalled.Store.KindIsGoingAway = true;
        Delete(uninstalled);
        Assert.Single(Made(uninstalled));
    }

    [Fact]
    public void S2_Without_its_tag_it_is_not_deleted()
    {
        var rig = Ready(DeletionPolicy.Delete);
        rig.Console.Untag(rig.Status.TrafficMirrorSessionId!, IdentityTags.CreatedBy);
        rig.Thread.Pass(TimeSpan.FromSeconds(5));
        Delete(rig);
        Assert.Contains(rig.Console.All(), session => session.Priority == 10);
    }

    [Fact]
    public void S5_What_another_object_names_by_id_is_not_deleted_from_under_it()
    {
        var rig = Ready(DeletionPolicy.Delete);
        var adopter = Given.Declared(Given.Ids(1, 3), spec => spec with { TrafficMirrorSessionId = rig.Status.TrafficMirrorSessionId });
        rig.Store.Put(adopter with { Metadata = adopter.Metadata with { Name = "adopter", Uid = "uid-9" } });
        Delete(rig);
        Assert.Single(Made(rig));
    }

    [Fact]
    public void S3_Several_with_its_mark_stall_it()
    {
        var rig = Ready();
        var tags = Assert.Single(Made(rig)).Tags!.ToList();
        rig.Cloud.ForeignCreate(
            EngineRig.Account, Given.Region, new SessionSeed { Id = "tms-copy", Priority = 20, Sources = ["eni-x"] });
        rig.Console.Tag("tms-copy", tags);
        LoseStatus(rig);
        rig.Reconciler = rig.Process("successor");
        rig.RunUntil(() => rig.Ready.Reason == Reasons.SeveralSessions);
        rig.Console.Untag("tms-copy", IdentityTags.CreatedBy);
        rig.RunUntilReady();
        Assert.Single(Calls(rig, Create));
    }

    [Fact]
    public void S1_Nothing_is_created_before_the_operator_knows_whose_it_is()
    {
        var installation = Installation.Unknown("Give the right to get kube-system.");
        var rig = Rig(Given.Ids(1, 1), installation: installation);
        rig.RunUntil(() => rig.Ready.Reason == Reasons.NotAllowed);
        Assert.Contains("Give the right to get kube-system.", rig.Ready.Message, StringComparison.Ordinal);
        Assert.Empty(Calls(rig, Create));
        installation.Learn("cluster-1");
        rig.RunUntilReady();
        Assert.Single(Calls(rig, Create));
    }

    [Fact]
    public void S1_A_session_is_not_given_up_while_the_operator_does_not_know_whether_it_is_its_own()
    {
        var rig = Ready(DeletionPolicy.Delete);
        rig.Installation = Installation.Unknown("Give the right to get kube-system.");
        rig.Reconciler = rig.Process("successor");
        rig.Store.Delete(EngineRig.Key);
        rig.RunUntil(() => rig.Ready.Reason == Reasons.NotAllowed);
        Assert.Single(Made(rig));
        rig.Installation.Learn("cluster-1");
        for (var i = 0; i < 300 && rig.Store.Find(EngineRig.Key) is not null; i++) rig.Thread.Pass(rig.PauseAfter(rig.Reconcile()));
        Assert.Null(rig.Store.Find(EngineRig.Key));
        Assert.Empty(Made(rig));
    }

    private static ObjectIdentity Self { get; } = new("cluster-1", "tms", "ids", "main", "uid-1");

    private static EngineRig Rig(
        IReadOnlyList<string> sources, Func<HttpMessageHandler, HttpMessageHandler>? wrap = null, Installation? installation = null)
    {
        var rig = new EngineRig(sources, [], EmulatorSettings.RaisedQuotas, wrap)
        {
            Installation = installation ?? Installation.Of("cluster-1"),
        };
        rig.Reconciler = rig.Process("creator");
        var filter = rig.Console.CreateFilter();
        rig.Edit(spec => spec with
        {
            TrafficMirrorSessionId = null,
            Session = new SessionDeclaration
            {
                Name = "web", Target = new SessionTarget { Type = "NetworkInterface", Id = "eni-target" }, FilterId = filter,
                Priority = 10, Tags = new Dictionary<string, string> { ["team"] = "soc" },
            },
        });
        return rig;
    }

    private static EngineRig Ready(DeletionPolicy? policy = null)
    {
        var rig = Rig(Given.Ids(1, 3));
        rig.Edit(spec => spec with { DeletionPolicy = policy });
        rig.RunUntilReady();
        return rig;
    }

    private static void Declare(EngineRig rig, Func<SessionDeclaration, SessionDeclaration> change) =>
        rig.Edit(spec => spec with { Session = change(spec.Session!) });

    private static void Delete(EngineRig rig)
    {
        rig.Store.Delete(EngineRig.Key);
        for (var i = 0; i < 300 && rig.Store.Find(EngineRig.Key) is not null; i++) rig.Thread.Pass(rig.PauseAfter(rig.Reconcile()));
        Assert.Null(rig.Store.Find(EngineRig.Key));
    }

    private static void LoseStatus(EngineRig rig) => rig.Store.Replace(rig.Store.Find(EngineRig.Key)! with { Status = null });

    private static ListedTrafficMirrorSession[] Made(EngineRig rig) => [.. rig.Console.All().Where(
        session => session.Tags?.Any(tag => tag.Key == IdentityTags.CreatedBy && tag.Value == Self.CreatedBy) == true)];

    private static EmulatorCall[] Calls(EngineRig rig, string action) => [.. rig.Writes.Where(call => call.Action == action)];
}
