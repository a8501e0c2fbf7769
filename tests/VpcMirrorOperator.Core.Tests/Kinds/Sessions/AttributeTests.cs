using System.Net;
using VpcMirrorOperator.AlibabaCloud.Vpc;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Core.Tests.Kinds.Sessions.Planning;
using VpcMirrorOperator.Emulator.Seeds;
using VpcMirrorOperator.Emulator.Snapshots;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Engine.Tenancy;
using VpcMirrorOperator.Kinds.Sessions;
using VpcMirrorOperator.Kubernetes.Control;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Core.Tests.Kinds.Sessions;

/// <summary>Rules S8 and S9: the declared attributes of an adopted session, against the emulated cloud.</summary>
public class AttributeTests
{
    private const string Update = "UpdateTrafficMirrorSessionAttribute";
    private const string Tags = "TagResources";

    private static readonly Dictionary<string, string> Team = new() { ["team"] = "soc" };

    [Fact]
    public void S8_Attributes_are_written_in_one_Update_with_just_what_differs()
    {
        var rig = Rig(new SessionDeclaration
        {
            Name = "web", Target = new SessionTarget { Type = "NetworkInterface", Id = "eni-new" }, Priority = 1, VirtualNetworkId = 77,
        });
        rig.RunUntilReady();
        Assert.Equal(Update, Assert.Single(rig.Writes).Action);
        var session = Seen(rig);
        Assert.Equal(
            ("web", "eni-new", 77), (session.TrafficMirrorSessionName, session.TrafficMirrorTargetId, session.VirtualNetworkId));
        Assert.Null(rig.Status.Plan);
        Assert.Equal(Given.SessionId, rig.Status.TrafficMirrorSessionId);
    }

    [Fact]
    public void S8_What_is_not_declared_is_left_alone()
    {
        var before = Seen(Rig(null));
        var rig = Rig(new SessionDeclaration { VirtualNetworkId = 77 });
        rig.RunUntilReady();
        var after = Seen(rig);
        Assert.Equal(
            before with { VirtualNetworkId = 77, Tags = null, TrafficMirrorSourceIds = null },
            after with { Tags = null, TrafficMirrorSourceIds = null });
    }

    [Theory]
    [InlineData(ManagementPolicy.AddOnly, Reasons.AttributesDiffer)]
    [InlineData(ManagementPolicy.Observe, Reasons.ObserveOnly)]
    public void S8_Attributes_are_written_under_Sync_only(ManagementPolicy policy, string reason)
    {
        var rig = Rig(new SessionDeclaration { VirtualNetworkId = 77 });
        rig.Edit(spec => spec with { ManagementPolicy = policy });
        rig.RunFor(TimeSpan.FromMinutes(10));
        Assert.Equal(reason, rig.Ready.Reason);
        Assert.Empty(rig.Writes);
        Assert.Equal("virtualNetworkId", Assert.Single(rig.Status.Plan!.Attributes).Attribute);
    }

    [Fact]
    public void S8_A_number_that_another_session_holds_is_left_out_and_its_holder_named()
    {
        var rig = Rig(new SessionDeclaration { Priority = 5, VirtualNetworkId = 77 });
        rig.Cloud.ForeignCreate(
            EngineRig.Account, Given.Region, new SessionSeed { Id = "tms-holder", Priority = 5, Sources = ["eni-x"] });
        rig.RunUntil(() => rig.Ready.Reason == Reasons.PriorityConflict);
        Assert.Equal((77, 1), (Seen(rig).VirtualNetworkId, Seen(rig).Priority));
        Assert.Contains("tms-holder", rig.Ready.Message, StringComparison.Ordinal);
        Assert.Single(Updates(rig));

        rig.Edit(spec => spec with { SourceIds = Given.Ids(1, 3) });
        rig.RunUntil(() => rig.Sources.Count() == 3);
        rig.Cloud.DeleteSession(EngineRig.Account, Given.Region, "tms-holder");
        rig.RunUntilReady();
        Assert.Equal(5, Seen(rig).Priority);
    }

    [Fact]
    public void S8_A_refused_attribute_does_not_keep_sources_waiting()
    {
        var rig = Rig(new SessionDeclaration { FilterId = "tmf-none" });
        rig.Edit(spec => spec with { SourceIds = Given.Ids(2, 3) });
        rig.RunUntil(() => rig.Sources.SequenceEqual(Given.Ids(2, 3)) && rig.Ready.Reason == Reasons.FilterNotFound);
        Assert.True(rig.Has(ConditionTypes.Stalled));
        Assert.InRange(Updates(rig).Length, 1, 2);
    }

    [Fact]
    public void S8_A_guard_that_holds_sources_does_not_keep_attributes_waiting()
    {
        var rig = Rig(new SessionDeclaration { VirtualNetworkId = 77 });
        rig.Edit(spec => spec with { SourceIds = [] });
        rig.RunUntil(() => rig.Ready.Reason == Reasons.EmptySourceList);
        rig.RunUntil(() => Seen(rig).VirtualNetworkId == 77);
        Assert.Equal(Given.Ids(1, 2), rig.Sources);
    }

    [Fact]
    public void S9_A_declared_attribute_that_somebody_changed_is_repaired_and_announced()
    {
        var rig = Rig(new SessionDeclaration { VirtualNetworkId = 77, Target = new() { Type = "NetworkInterface", Id = "eni-new" } });
        rig.RunUntilReady();
        rig.Console.Change(
            request => request with { TrafficMirrorTargetId = "eni-elsewhere", TrafficMirrorTargetType = "NetworkInterface" });
        rig.RunUntil(() => rig.Events.Events.Any(e => e.Reason == Reasons.AttributesChanged));
        rig.RunUntilReady();
        Assert.Equal("eni-new", Seen(rig).TrafficMirrorTargetId);
        var told = Assert.Single(rig.Events.Events, e => e.Reason == Reasons.AttributesChanged);
        Assert.Equal(SessionEventType.Warning, told.Type);
        Assert.Null(rig.Status.Alteration);
        Assert.False(rig.Has(ConditionTypes.DriftDetected));
    }

    [Fact]
    public void S9_Under_Observe_a_changed_attribute_is_announced_and_not_repaired()
    {
        var rig = Rig(new SessionDeclaration { VirtualNetworkId = 77 });
        rig.RunUntilReady();
        rig.Edit(spec => spec with { ManagementPolicy = ManagementPolicy.Observe });
        rig.RunUntilReady();
        rig.Console.Change(request => request with { VirtualNetworkId = 78 });
        rig.RunFor(TimeSpan.FromMinutes(15));
        Assert.Equal((Reasons.ObserveOnly, 78), (rig.Ready.Reason, Seen(rig).VirtualNetworkId));
        Assert.Single(rig.Events.Events, e => e.Reason == Reasons.AttributesChanged);
    }

    [Fact]
    public void S8_Tags_are_kept_as_declared_and_others_left_alone()
    {
        var rig = Rig(new SessionDeclaration { Tags = new Dictionary<string, string> { ["team"] = "soc", ["empty"] = "" } });
        rig.RunUntilReady();
        Assert.Equal(["TagResources"], rig.Writes.Select(call => call.Action));
        var tags = Seen(rig).Tags!;
        Assert.Equal(["empty=", "mine=me", "team=soc"], tags.Select(tag => $"{tag.Key}={tag.Value}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void S4_An_Update_without_an_answer_is_never_made_with_another_token()
    {
        var rig = Rig(new SessionDeclaration { VirtualNetworkId = 77 }, cloud => new LostAnswer(cloud, Update, 1));
        rig.RunUntilReady();
        Assert.Equal(77, Seen(rig).VirtualNetworkId);
        Assert.Single(Updates(rig), call => call.Executed);
        Assert.Single(Updates(rig).Select(call => call.ClientToken).Distinct());
    }

    [Theory]
    [InlineData("Forbidden.RAM", HttpStatusCode.Forbidden, Reasons.PermissionDenied)]
    [InlineData("TagResource.Unknown", HttpStatusCode.BadRequest, Reasons.CloudRefused)]
    public void S8_Refused_tags_do_not_keep_sources_waiting(string code, HttpStatusCode status, string reason)
    {
        var (rig, canned) = Answering(status, CannedAnswer.Refused(code), Tags);
        rig.Edit(spec => spec with { Session = new() { Tags = Team }, SourceIds = Given.Ids(2, 3) });
        rig.RunUntil(() => rig.Sources.SequenceEqual(Given.Ids(2, 3)) && rig.Ready.Reason == reason);
        Assert.True(rig.Has(ConditionTypes.Stalled));
        Assert.InRange(canned.Seen.Count, 1, 2);
    }

    [Fact]
    public void S8_A_refused_Update_and_refused_tags_wait_each_for_their_own_time()
    {
        var (rig, canned) = Answering(HttpStatusCode.Forbidden, CannedAnswer.Refused("Forbidden.RAM"), Update, Tags);
        rig.Edit(spec => spec with { Session = new() { Tags = Team, VirtualNetworkId = 77 }, SourceIds = Given.Ids(2, 3) });
        rig.RunUntil(() => rig.Sources.SequenceEqual(Given.Ids(2, 3)) && rig.Ready.Reason == Reasons.PermissionDenied);
        var sofar = canned.Seen.Count;
        rig.RunFor(TimeSpan.FromMinutes(12));
        Assert.InRange(sofar, 2, 4);
        Assert.InRange(canned.Seen.Count - sofar, 2, 8);
    }

    [Theory]
    [InlineData(Update)]
    [InlineData(Tags)]
    public void S8_What_is_accepted_and_never_shows_does_not_keep_sources_waiting(string action)
    {
        var (rig, canned) = Answering(HttpStatusCode.OK, CannedAnswer.Accepted, action);
        var declared = action == Tags ? new SessionDeclaration { Tags = Team } : new SessionDeclaration { VirtualNetworkId = 77 };
        rig.Edit(spec => spec with { Session = declared, SourceIds = Given.Ids(2, 3) });
        rig.RunUntil(() => rig.Sources.SequenceEqual(Given.Ids(2, 3)) && rig.Ready.Reason == Reasons.AttributesDiffer);
        Assert.True(rig.Has(ConditionTypes.Stalled));
        var sofar = canned.Seen.Count;
        rig.RunFor(TimeSpan.FromMinutes(12));
        Assert.InRange(canned.Seen.Count - sofar, 1, 4);
    }

    [Fact]
    public void S9_A_refused_attribute_does_not_hide_that_the_traffic_goes_elsewhere()
    {
        var rig = Rig(new SessionDeclaration { FilterId = "tmf-none" });
        rig.RunUntil(() => rig.Ready.Reason == Reasons.FilterNotFound);
        rig.Console.Change(
            request => request with { TrafficMirrorTargetId = "eni-elsewhere", TrafficMirrorTargetType = "NetworkInterface" });
        rig.RunUntil(() => rig.Ready.Reason == Reasons.SessionAltered);
        Assert.Single(rig.Events.Events, e => e.Reason == Reasons.SessionAltered);
    }

    [Fact]
    public void A_refused_attribute_does_not_hide_that_nothing_is_mirrored()
    {
        var rig = Rig(new SessionDeclaration { FilterId = "tmf-none" });
        rig.Console.Change(request => request with { Enabled = false });
        rig.RunUntil(() => rig.Ready.Reason == Reasons.SessionDisabled);
        Assert.Equal("filter", Assert.Single(rig.Status.Plan!.Attributes).Attribute);
    }

    [Fact]
    public void S8_An_answer_that_was_asked_for_before_anything_was_declared_does_not_pass_for_one_with_names_and_tags()
    {
        var rig = Rig(null);
        rig.RunUntilReady();
        rig.Annotate(Annotations.ReconcileRequestedAt, "now");
        rig.Thread.Pass(TimeSpan.FromMinutes(10));
        Assert.IsType<Outcome.Waiting>(rig.Thread.Run(() => rig.Reconciler.ReconcileAsync(EngineRig.Key, CancellationToken.None).AsTask()));
        rig.Thread.Pass(TimeSpan.FromSeconds(1));
        rig.Edit(spec => spec with { Session = new() { Name = "web", Tags = Team } });
        rig.Reconcile();
        Assert.NotEqual(ConditionStatus.True, rig.Ready.Status);
        rig.RunUntilReady();
        Assert.Equal("web", Seen(rig).TrafficMirrorSessionName);
    }

    [Fact]
    public void S18_Another_namespace_than_the_operators_own_declares_nothing_and_nothing_is_removed()
    {
        var rig = new EngineRig(Given.Ids(1, 1), Given.Ids(1, 2)) { Tenancy = TenancyRules.WithoutList.In("mirror") };
        rig.Reconciler = rig.Process("restricted");
        rig.Edit(spec => spec with { Session = new SessionDeclaration { VirtualNetworkId = 77 } });
        rig.RunUntil(() => rig.Ready.Reason == Reasons.NotAllowed);
        rig.RunFor(TimeSpan.FromMinutes(10));
        Assert.Empty(rig.Writes);
        Assert.Contains("spec.session", rig.Ready.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void S6_An_object_with_only_the_id_reads_no_details_and_says_what_it_said()
    {
        var rig = Rig(null);
        rig.RunUntilReady();
        Assert.Empty(rig.Writes);
        Assert.Equal(Reasons.Synced, rig.Ready.Reason);
    }

    private static EngineRig Rig(SessionDeclaration? declared, Func<HttpMessageHandler, HttpMessageHandler>? wrap = null)
    {
        var rig = new EngineRig(
            Given.Ids(1, 2), Given.Ids(1, 2), wrap: wrap, seeded: session => session with { Tags = session.Tags.Add("mine", "me") });
        rig.Edit(spec => spec with { Session = declared });
        return rig;
    }

    private static (EngineRig Rig, CannedAnswer Canned) Answering(HttpStatusCode status, string body, params string[] actions)
    {
        CannedAnswer? canned = null;
        var rig = Rig(null, cloud => canned = new CannedAnswer(cloud, status, body, actions));
        return (rig, canned!);
    }

    private static EmulatorCall[] Updates(EngineRig rig) =>
        [.. rig.Writes.Where(call => call is { Action: Update, ClientToken: not null })];

    private static ListedTrafficMirrorSession Seen(EngineRig rig) => rig.Console.Find(Given.SessionId)!;
}
