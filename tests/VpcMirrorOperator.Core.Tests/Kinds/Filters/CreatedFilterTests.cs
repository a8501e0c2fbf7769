using VpcMirrorOperator.AlibabaCloud.Tagging;
using VpcMirrorOperator.AlibabaCloud.Vpc;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorFilters;
using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Core.Tests.Kinds.Sessions;
using VpcMirrorOperator.Core.Tests.Kinds.Sessions.Planning;
using VpcMirrorOperator.Emulator.Settings;
using VpcMirrorOperator.Emulator.Snapshots;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Engine.Lifecycle;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Core.Tests.Kinds.Filters;

/// <summary>Rules S1 to S5, S10, S12, S15 and S17 for a filter that the operator creates, through the whole reconciler.</summary>
public class CreatedFilterTests
{
    private const string Create = "CreateTrafficMirrorFilter";
    private const string DeleteCall = "DeleteTrafficMirrorFilter";

    private static ObjectIdentity Self { get; } = new("cluster-1", "tmf", "ids", "web", "uid-1");

    [Fact]
    public void S1_It_is_created_with_its_tags_and_its_rules_in_one_call()
    {
        var rig = Ready();
        var made = Assert.Single(Made(rig));
        Assert.Equal(("to-the-ids", "for tests", 3), (made.Name, made.Description, made.Rules.Count));
        Assert.Equal(made.Id, rig.Status.TrafficMirrorFilterId);
        Assert.Equal(
            ["team=soc", $"vpcmirror.io/created-by={Self.CreatedBy}", "vpcmirror.io/object=ids/web", "vpcmirror.io/owner=uid-1"],
            made.Tags!.Select(tag => $"{tag.Key}={tag.Value}").Order(StringComparer.Ordinal));
        Assert.Equal([Create], rig.Writes.Select(call => call.Action));
        Assert.Null(rig.Status.Operation);
    }

    [Fact]
    public void S1_More_rules_than_a_call_takes_follow_it()
    {
        var rules = Enumerable.Range(1, 14).Select(n => FilterRig.Accept(n * 10, $"10.{n}.0.0/16")).ToList();
        var rig = Rig(spec => spec with { IngressRules = rules });
        rig.RunUntilReady();
        Assert.Equal(15, Assert.Single(Made(rig)).Rules.Count);
        Assert.Single(Calls(rig, Create));
    }

    [Fact]
    public void A_direction_that_is_not_declared_has_no_rules()
    {
        var rig = Rig(spec => spec with { EgressRules = null });
        rig.RunUntilReady();
        var made = Assert.Single(Made(rig));
        rig.Foreign(client => client.SendAsync(new CreateTrafficMirrorFilterRulesRequest
        {
            RegionId = Given.Region, TrafficMirrorFilterId = made.Id, IngressRules = [], EgressRules = [Foreign],
        }, CancellationToken.None));
        rig.RunUntil(() => Assert.Single(Made(rig)).Rules.Count == 2 && rig.Ready.Status == ConditionStatus.True);
    }

    [Fact]
    public void S3_The_finalizer_is_on_before_the_first_Create()
    {
        var rig = Rig();
        rig.Reconcile();
        Assert.Empty(Calls(rig, Create));
        Assert.Equal([Finalizers.Detach], rig.Store.Find(FilterRig.Key)!.Metadata.Finalizers);
    }

    [Fact]
    public void S4_An_answer_that_is_lost_makes_no_second_filter()
    {
        var rig = Rig(wrap: cloud => new LostAnswer(cloud, Create, 3));
        rig.RunUntilReady();
        Assert.Single(Made(rig));
        Assert.Single(Calls(rig, Create).Select(call => call.ClientToken).Distinct());
    }

    [Fact]
    public void S4_After_an_edit_a_Create_without_an_answer_is_looked_up_and_not_repeated()
    {
        var rig = Rig(wrap: cloud => new LostAnswer(cloud, Create, 1));
        rig.RunUntil(() => Calls(rig, Create).Length == 1);
        rig.Edit(spec => spec with { Filter = spec.Filter! with { Name = "renamed" } });
        rig.RunUntilReady();
        Assert.Equal("renamed", Assert.Single(Made(rig)).Name);
        Assert.Single(Calls(rig, Create));
    }

    [Fact]
    public void S3_A_lost_status_takes_its_filter_back_and_creates_none()
    {
        var rig = Ready();
        var id = rig.Status.TrafficMirrorFilterId;
        LoseStatus(rig);
        rig.Reconciler = rig.Process("successor");
        rig.RunUntilReady();
        Assert.Equal(id, Assert.Single(Made(rig)).Id);
        Assert.Equal(id, rig.Status.TrafficMirrorFilterId);
        Assert.Single(Calls(rig, Create));
    }

    [Fact]
    public void S3_A_status_lost_while_a_Create_is_unanswered_creates_no_second_one()
    {
        var rig = Rig(wrap: cloud => new LostAnswer(cloud, Create, 1));
        rig.RunUntil(() => Calls(rig, Create).Length == 1);
        LoseStatus(rig);
        rig.Reconciler = rig.Process("successor");
        rig.RunUntilReady();
        Assert.Single(Made(rig));
    }

    [Fact]
    public void S3_Another_life_of_the_object_takes_the_filter_over_and_puts_its_owner_right()
    {
        var rig = Ready();
        var declared = rig.Store.Find(FilterRig.Key)!;
        rig.Store.Remove(FilterRig.Key);
        rig.Store.Put(declared with { Metadata = declared.Metadata with { Uid = "uid-2", Finalizers = [] }, Status = null });
        rig.RunUntilReady();
        Assert.Contains(Assert.Single(Made(rig)).Tags!, tag => tag is { Key: IdentityTags.Owner, Value: "uid-2" });
        Assert.Single(Calls(rig, Create));
    }

    [Fact]
    public void S3_Several_with_the_mark_stop_everything_until_it_is_off_the_wrong_ones()
    {
        var rig = Ready();
        var tags = Assert.Single(Made(rig)).Tags!;
        rig.Foreign(client => client.SendAsync(new TagResourcesRequest
        {
            RegionId = Given.Region, ResourceType = "TRAFFICMIRRORFILTER", ResourceId = [FilterRig.FilterId],
            Tag = [.. tags.Select(tag => new ResourceTag { Key = tag.Key, Value = tag.Value })],
        }, CancellationToken.None));
        LoseStatus(rig);
        rig.Reconciler = rig.Process("successor");
        rig.RunUntil(() => rig.Ready.Reason == Reasons.SeveralFilters);
        Assert.Contains(FilterRig.FilterId, rig.Ready.Message, StringComparison.Ordinal);
        Assert.Single(Calls(rig, Create));
    }

    [Fact]
    public void S10_A_filter_that_somebody_deleted_is_made_again()
    {
        var rig = Ready();
        var first = rig.Status.TrafficMirrorFilterId!;
        rig.Foreign(client => client.SendAsync(
            new DeleteTrafficMirrorFilterRequest { RegionId = Given.Region, TrafficMirrorFilterId = first }, CancellationToken.None));
        rig.RunUntil(() => rig.Status.TrafficMirrorFilterId != first && rig.Ready.Status == ConditionStatus.True);
        Assert.Equal(2, Calls(rig, Create).Length);
    }

    [Fact]
    public void Name_description_and_tags_are_kept_as_declared_and_other_tags_are_left_alone()
    {
        var rig = Ready();
        var id = rig.Status.TrafficMirrorFilterId!;
        rig.Foreign(client => client.SendAsync(new UpdateTrafficMirrorFilterAttributeRequest
        {
            RegionId = Given.Region, TrafficMirrorFilterId = id, TrafficMirrorFilterName = "mine",
        }, CancellationToken.None));
        rig.Foreign(client => client.SendAsync(new TagResourcesRequest
        {
            RegionId = Given.Region, ResourceType = "TRAFFICMIRRORFILTER", ResourceId = [id],
            Tag = [new ResourceTag { Key = "team", Value = "other" }, new ResourceTag { Key = "theirs", Value = "1" }],
        }, CancellationToken.None));
        rig.RunUntil(() => Assert.Single(Made(rig)) is { Name: "to-the-ids" } filter
            && filter.Tags!.Contains(KeyValuePair.Create("team", "soc")) && rig.Ready.Status == ConditionStatus.True);
        var made = Assert.Single(Made(rig));
        Assert.Contains(KeyValuePair.Create("theirs", "1"), made.Tags!);
    }

    [Fact]
    public void S12_Deleted_with_Delete_the_filter_goes_and_with_Retain_it_stays()
    {
        var gone = Ready(FilterDeletionPolicy.Delete);
        DeleteObject(gone);
        Assert.Empty(Made(gone));
        Assert.Contains(gone.Events, told => told.Reason == Reasons.FilterDeleted);

        var kept = Ready(FilterDeletionPolicy.Retain);
        DeleteObject(kept);
        Assert.Single(Made(kept));
        Assert.Empty(Calls(kept, DeleteCall));
    }

    [Fact]
    public void S12_Deleted_right_after_its_Create_the_object_says_what_it_waits_for()
    {
        var rig = Rig();
        rig.RunUntil(() => Calls(rig, Create).Length == 1);
        rig.Store.Delete(FilterRig.Key);
        rig.Thread.Run(() => rig.Reconciler.ReconcileAsync(FilterRig.Key, CancellationToken.None).AsTask());

        Assert.Equal(Reasons.WaitingForCloud, rig.Ready.Reason);
        Assert.Contains("within two minutes", rig.Ready.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ManagementPolicy.Observe, false)]
    [InlineData(ManagementPolicy.AddOnly, false)]
    [InlineData(ManagementPolicy.Sync, true)]
    public void S12_Under_suspend_Observe_or_AddOnly_it_stays(ManagementPolicy policy, bool suspend)
    {
        var rig = Ready(FilterDeletionPolicy.Delete);
        rig.Edit(spec => spec with { ManagementPolicy = policy, Suspend = suspend });
        DeleteObject(rig);
        Assert.Single(Made(rig));
    }

    [Fact]
    public void S2_A_filter_whose_mark_was_taken_off_is_not_deleted()
    {
        var rig = Ready(FilterDeletionPolicy.Delete);
        var id = rig.Status.TrafficMirrorFilterId!;
        rig.Foreign(client => client.SendAsync(new UnTagResourcesRequest
        {
            RegionId = Given.Region, ResourceType = "TRAFFICMIRRORFILTER", ResourceId = [id], TagKey = [IdentityTags.CreatedBy],
        }, CancellationToken.None));
        rig.Thread.Pass(TimeSpan.FromSeconds(5));
        DeleteObject(rig);
        Assert.Contains(rig.All(), filter => filter.Id == id);
        Assert.Empty(Calls(rig, DeleteCall));
    }

    [Fact]
    public void S5_What_another_living_object_names_by_id_is_not_deleted()
    {
        var rig = Ready(FilterDeletionPolicy.Delete);
        var adopter = FilterRig.Spec() with { TrafficMirrorFilterId = rig.Status.TrafficMirrorFilterId, IngressRules = null };
        rig.Store.Put(new TrafficMirrorFilter
        {
            Metadata = new ObjectMeta { Namespace = "ids", Name = "adopter", Uid = "uid-9", CreationTimestamp = Given.Now }, Spec = adopter,
        });
        DeleteObject(rig);
        Assert.Single(Made(rig));
        Assert.Contains(rig.Events, told => told.Message.Contains("ids/adopter", StringComparison.Ordinal));
    }

    [Fact]
    public void S15_A_filter_in_use_is_kept_and_its_users_are_named_until_they_are_gone()
    {
        var rig = Ready(FilterDeletionPolicy.Delete);
        rig.ManagerOf = session => session.SessionId == "tms-user" ? new ObjectKey("ids", "sensor") : null;
        rig.Reconciler = rig.Process("successor");
        Use(rig, rig.Status.TrafficMirrorFilterId!);
        rig.Store.Delete(FilterRig.Key);
        rig.RunUntil(() => rig.Ready.Reason == Reasons.FilterInUse);
        Assert.Contains("tms-user (managed by ids/sensor)", rig.Ready.Message, StringComparison.Ordinal);
        Assert.Contains("deletionPolicy: Retain", rig.Ready.Message, StringComparison.Ordinal);
        Assert.Empty(Calls(rig, DeleteCall));

        Use(rig, FilterRig.FilterId);
        Leave(rig);
        Assert.Empty(Made(rig));
    }

    [Fact]
    public void S15_Set_to_Retain_the_object_goes_and_the_filter_in_use_stays()
    {
        var rig = Ready(FilterDeletionPolicy.Delete);
        Use(rig, rig.Status.TrafficMirrorFilterId!);
        rig.Store.Delete(FilterRig.Key);
        rig.RunUntil(() => rig.Ready.Reason == Reasons.FilterInUse);
        rig.Edit(spec => spec with { DeletionPolicy = FilterDeletionPolicy.Retain });
        Leave(rig);
        Assert.Single(Made(rig));
    }

    [Fact]
    public void S17_When_the_definition_goes_nothing_is_deleted()
    {
        var rig = Ready(FilterDeletionPolicy.Delete);
        rig.Store.KindIsGoingAway = true;
        DeleteObject(rig);
        Assert.Single(Made(rig));
    }

    [Fact]
    public void S1_Nothing_is_created_before_the_operator_knows_whose_it_is()
    {
        var installation = Installation.Unknown("Give the right to get kube-system.");
        var rig = Rig(installation: installation);
        rig.RunUntil(() => rig.Ready.Reason == Reasons.NotAllowed);
        Assert.Empty(Calls(rig, Create));
        installation.Learn("cluster-1");
        rig.RunUntilReady();
        Assert.Single(Calls(rig, Create));
    }

    [Fact]
    public void S12_Observed_it_is_not_created_and_says_so()
    {
        var rig = Rig(spec => spec with { ManagementPolicy = ManagementPolicy.Observe });
        rig.RunUntil(() => rig.Ready.Reason == Reasons.ObserveOnly);
        rig.RunFor(TimeSpan.FromMinutes(10));
        Assert.Empty(rig.Writes);
    }

    private static NewFilterRule Foreign { get; } = new()
    {
        Action = "accept", Protocol = "ALL", SourceCidrBlock = "0.0.0.0/0", DestinationCidrBlock = "0.0.0.0/0", SourcePortRange = "-1/-1",
        DestinationPortRange = "-1/-1", Priority = 5, IpVersion = "IPv4",
    };

    private static FilterRig Rig(
        Func<TrafficMirrorFilterSpec, TrafficMirrorFilterSpec>? change = null, Func<HttpMessageHandler, HttpMessageHandler>? wrap = null,
        Installation? installation = null)
    {
        var spec = new TrafficMirrorFilterSpec
        {
            RegionId = Given.Region,
            Filter = new FilterDeclaration
            {
                Name = "to-the-ids", Description = "for tests", Tags = new Dictionary<string, string> { ["team"] = "soc" },
            },
            IngressRules = [FilterRig.Drop4789(10), FilterRig.Accept(20)],
            EgressRules = [FilterRig.Accept(10)],
        };
        var rig = new FilterRig(change is null ? spec : change(spec), [], inUse: true, EmulatorSettings.RaisedQuotas, wrap);
        rig.Installation = installation ?? rig.Installation;
        rig.Reconciler = rig.Process("creator");
        return rig;
    }

    private static FilterRig Ready(FilterDeletionPolicy? policy = null)
    {
        var rig = Rig(spec => spec with { DeletionPolicy = policy });
        rig.RunUntilReady();
        return rig;
    }

    /// <summary>Somebody points the session at a filter.</summary>
    private static void Use(FilterRig rig, string filter)
    {
        rig.Foreign(client => client.SendAsync(new UpdateTrafficMirrorSessionAttributeRequest
        {
            RegionId = Given.Region, TrafficMirrorSessionId = "tms-user", TrafficMirrorFilterId = filter,
        }, CancellationToken.None));
        rig.Thread.Pass(TimeSpan.FromSeconds(10));
    }

    private static void DeleteObject(FilterRig rig)
    {
        rig.Store.Delete(FilterRig.Key);
        Leave(rig);
    }

    private static void Leave(FilterRig rig)
    {
        for (var i = 0; i < 400 && rig.Store.Find(FilterRig.Key) is not null; i++) rig.RunFor(TimeSpan.FromSeconds(1));
        Assert.Null(rig.Store.Find(FilterRig.Key));
    }

    private static void LoseStatus(FilterRig rig) => rig.Store.Replace(rig.Store.Find(FilterRig.Key)! with { Status = null });

    private static ObservedFilter[] Made(FilterRig rig) => [.. rig.All().Where(
        filter => filter.Tags?.Contains(KeyValuePair.Create(IdentityTags.CreatedBy, Self.CreatedBy)) == true)];

    private static EmulatorCall[] Calls(FilterRig rig, string action) => [.. rig.Writes.Where(call => call.Action == action)];
}
