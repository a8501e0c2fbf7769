using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorFilters;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Core.Tests.Kinds.Sessions.Planning;
using VpcMirrorOperator.Emulator.Settings;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Engine.Kinds;
using VpcMirrorOperator.Engine.Lifecycle;
using VpcMirrorOperator.Kinds.Sessions;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Core.Tests.Kinds.Sessions;

/// <summary>Rule S11: the filter of a session is an object.</summary>
public class FilterReferenceTests
{
    private static readonly ObjectKey Web = new(EngineRig.Key.Namespace, "web");

    [Fact]
    public void S11_Nothing_is_created_before_the_filter_is_there_and_Ready()
    {
        var (rig, filter) = Creating();
        rig.RunUntil(() => rig.Ready.Reason == Reasons.FilterNotReady);
        Assert.True(rig.Has(ConditionTypes.Stalled));
        rig.Filters[Web] = Filter(filter, ready: false);
        rig.RunUntil(() => rig.Has(ConditionTypes.Reconciling));
        rig.RunFor(TimeSpan.FromMinutes(3));
        Assert.DoesNotContain(rig.Calls, call => call.Action == "CreateTrafficMirrorSession");

        rig.Filters[Web] = Filter(filter);
        rig.RunUntilReady();
        Assert.Equal(filter, Made(rig).TrafficMirrorFilterId);
    }

    [Fact]
    public void S11_A_changed_id_of_the_filter_is_followed()
    {
        var (rig, filter) = Creating();
        rig.Filters[Web] = Filter(filter);
        rig.RunUntilReady();
        var other = rig.Console.CreateFilter();
        rig.Filters[Web] = Filter(other);
        rig.RunUntil(() => Made(rig).TrafficMirrorFilterId == other);
        rig.RunUntilReady();
    }

    [Fact]
    public void S11_Without_its_filter_object_a_session_keeps_its_filter_and_its_sources_go_on()
    {
        var (rig, filter) = Creating();
        rig.Filters[Web] = Filter(filter);
        rig.RunUntilReady();
        rig.Filters.Remove(Web);
        rig.Edit(spec => spec with { SourceIds = Given.Ids(1, 4) });
        rig.RunUntil(() => rig.Ready.Reason == Reasons.FilterNotReady);
        Assert.Equal(filter, Made(rig).TrafficMirrorFilterId);
        Assert.Equal(Given.Ids(1, 4), Made(rig).TrafficMirrorSourceIds!.Order(StringComparer.Ordinal));
        Assert.Contains(filter, rig.Ready.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void S11_A_filter_that_is_edited_leaves_its_sessions_Ready()
    {
        var (rig, filter) = Creating();
        rig.Filters[Web] = Filter(filter);
        rig.RunUntilReady();
        rig.Filters[Web] = Filter(filter, ready: false);
        rig.RunFor(TimeSpan.FromMinutes(30));
        Assert.True(rig.Has(ConditionTypes.Ready));
    }

    [Fact]
    public void S11_A_filter_of_another_region_is_none()
    {
        var (rig, filter) = Creating();
        var elsewhere = Filter(filter);
        rig.Filters[Web] = elsewhere with { Spec = elsewhere.Spec with { RegionId = "cn-beijing" } };
        rig.RunUntil(() => rig.Ready.Reason == Reasons.FilterNotReady);
        Assert.Contains("cn-beijing", rig.Ready.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void S11_A_change_of_the_filter_wakes_the_sessions_that_refer_to_it_and_no_others()
    {
        var (rig, filter) = Creating();
        var (links, woken) = (new KindLinks(), new List<ObjectKey>());
        SessionRegistration.FollowFilters(links, rig.Store, woken.Add);
        links.Tell(null, Filter(filter));
        links.Tell(Filter(filter), Filter(filter));
        links.Tell(null, Filter(filter) with { Metadata = Meta("other") });
        Assert.Equal([EngineRig.Key], woken);
        links.Tell(Filter(filter), Filter(filter, ready: false));
        links.Tell(Filter(filter), Filter("tmf-another"));
        links.Tell<TrafficMirrorFilter>(Filter(filter), null);
        Assert.Equal(4, woken.Count);
    }

    private static (EngineRig Rig, string Filter) Creating()
    {
        var rig = new EngineRig(Given.Ids(1, 3), [], EmulatorSettings.RaisedQuotas) { Installation = Installation.Of("cluster-1") };
        rig.Reconciler = rig.Process("creator");
        var filter = rig.Console.CreateFilter();
        rig.Edit(spec => spec with
        {
            TrafficMirrorSessionId = null,
            Session = new SessionDeclaration
            {
                Target = new SessionTarget { Type = "NetworkInterface", Id = "eni-target" }, Priority = 10,
                FilterRef = new FilterObjectRef { Name = Web.Name },
            },
        });
        return (rig, filter);
    }

    private static ObjectMeta Meta(string name) => new() { Namespace = Web.Namespace, Name = name, Uid = "uid-filter" };

    private static TrafficMirrorFilter Filter(string id, bool ready = true) => new()
    {
        Metadata = Meta(Web.Name),
        Spec = new TrafficMirrorFilterSpec { RegionId = Given.Region, TrafficMirrorFilterId = id },
        Status = new TrafficMirrorFilterStatus
        {
            TrafficMirrorFilterId = id,
            Conditions =
            [
                new Condition
                {
                    Type = ConditionTypes.Ready, Status = ready ? ConditionStatus.True : ConditionStatus.False, Reason = "Synced",
                    Message = "", LastTransitionTime = Given.Now,
                },
            ],
        },
    };

    private static AlibabaCloud.Vpc.ListedTrafficMirrorSession Made(EngineRig rig) => rig.Console.All().Single(
        session => session.Tags?.Any(tag => tag.Key == IdentityTags.CreatedBy) == true);
}
