using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Core.Tests.Kinds.Sessions.Planning;
using VpcMirrorOperator.Engine.Lifecycle;
using VpcMirrorOperator.Kinds.Policies.Packing;
using VpcMirrorOperator.Kinds.Policies.Regions;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Core.Tests.Kinds.Policies.Regions;

public class SessionListingReaderTests
{
    private static readonly ObjectIdentity Ours = new("cluster", "tms", "ids", "shop-aaaaaa-1", "uid-1");

    [Fact]
    public void P12_a_session_is_a_childs_when_its_tags_are_those_that_this_installation_gave() =>
        Assert.Equal(new ObjectKey("ids", "shop-aaaaaa-1"), ChildOf(IdentityTags.Of(Ours).Select(tag => (tag.Key!, tag.Value!))));

    [Fact]
    public void P12_an_object_that_does_not_match_the_mark_is_not_believed()
    {
        Assert.Null(ChildOf([(IdentityTags.CreatedBy, Ours.CreatedBy), (IdentityTags.Object, "ids/shop-aaaaaa-2")]));
        Assert.Null(ChildOf([(IdentityTags.CreatedBy, Ours.CreatedBy)]));
        Assert.Null(ChildOf([(IdentityTags.Object, Ours.Object)]));
        Assert.Null(ChildOf([(IdentityTags.CreatedBy, "cluster/tms/"), (IdentityTags.Object, Ours.Object)]));
        Assert.Null(ChildOf([]));
    }

    [Theory]
    [InlineData("other", "tms")]
    [InlineData("cluster2", "tms")]
    [InlineData("cluste", "tms")]
    [InlineData("cluster", "tmf")]
    public void P12_what_another_cluster_or_another_kind_created_is_no_child(string cluster, string kind)
    {
        var other = Ours with { Cluster = cluster, ShortName = kind };
        Assert.Null(ChildOf([(IdentityTags.CreatedBy, other.CreatedBy), (IdentityTags.Object, other.Object)]));
    }

    [Theory]
    [InlineData("shop")]
    [InlineData("a/b/c")]
    public void P12_a_name_that_is_no_key_is_no_child(string told) =>
        Assert.Null(ChildOf([(IdentityTags.CreatedBy, $"cluster/tms/{ObjectIdentity.Hash(told)}"), (IdentityTags.Object, told)]));

    [Fact]
    public void Rule_11_a_list_with_a_session_that_cannot_be_read_proves_nothing()
    {
        var unreadable = new RegionSession("tms-2", new SessionReading(null, new CloudException("List", "Unreadable", "x")), null);
        Assert.Null(Of(Session("tms-1", Given.Session(["eni-1"])), unreadable));
    }

    [Fact]
    public void P7_target_number_filter_and_sources_are_as_listed()
    {
        var state = new SessionState
        {
            Status = "Created", Enabled = true, TargetId = "lb-1", Priority = 12, FilterId = "tmf-1",
        };
        var listed = Assert.Single(Of(Session("tms-1", ObservedSession.From(state, ["eni-2", "eni-1"])))!.Sessions);
        Assert.Equal(("tms-1", "lb-1", 12, "tmf-1"), (listed.Id, listed.TargetId, listed.Priority, listed.FilterId));
        Assert.Equal(["eni-1", "eni-2"], listed.Sources.Order());
        Assert.Null(listed.Child);
    }

    [Theory]
    [InlineData("Created", "Normal", true, true, true, false)]
    [InlineData("Modifying", "Normal", true, false, true, false)]
    [InlineData("Created", "FinancialLocked", true, true, false, true)]
    [InlineData("Created", null, false, true, false, false)]
    public void P8_a_session_is_settled_enabled_and_not_locked_as_the_cloud_says(
        string status, string? business, bool isOn, bool isSettled, bool isEnabled, bool isLocked)
    {
        var listed = Assert.Single(Of(Session("tms-1", Given.Session([], status, business, isOn)))!.Sessions);
        Assert.Equal((isSettled, isEnabled, isLocked), (listed.IsSettled, listed.IsEnabled, listed.IsLocked));
    }

    private static ObjectKey? ChildOf(IEnumerable<(string Key, string Value)> tags)
    {
        KeyValuePair<string, string>[] all = 
            [KeyValuePair.Create("team", "sec"), .. tags.Select(tag => KeyValuePair.Create(tag.Key, tag.Value))];
        var session = new RegionSession("tms-1", new SessionReading(Given.Session([]), null), all);
        return Assert.Single(Of(session)!.Sessions).Child;
    }

    private static RegionSession Session(string id, ObservedSession seen) => new(id, new SessionReading(seen, null), null);

    private static RegionListing? Of(params RegionSession[] sessions) =>
        SessionListingReader.Of(new Inventory<RegionSession>(sessions), ListBasis.Nothing, "cluster");
}
