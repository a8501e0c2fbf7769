using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.AlibabaCloud.Json;
using VpcMirrorOperator.AlibabaCloud.Vpc;
using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Engine.Errors;

namespace VpcMirrorOperator.Core.Tests.Cloud;

/// <summary>A list that is not complete beyond doubt is no list.</summary>
public class SessionListingTests
{
    public static TheoryData<string> Cases => [.. Doubtful.Keys];

    private static Dictionary<string, ListTrafficMirrorSessionsResponse[]> Doubtful => new()
    {
        ["no RequestId"] = [Page("2", "a", "b") with { RequestId = null }],
        ["no list TrafficMirrorSessions"] = [Page("2") with { TrafficMirrorSessions = null }],
        ["elements that are no sessions"] = [Page("2", "a") with { TrafficMirrorSessions = new([Session("a")], unreadable: 1) }],
        ["no TotalCount that is a number"] = [Page(null, "a", "b")],
        ["a session without an id"] = [Page("2", "a") with { TrafficMirrorSessions = new([Session("a"), new()]) }],
        ["TotalCount is 3, and sessions listed are 2"] = [Page("3", "a", "b")],
        ["TotalCount is 2, and sessions listed are 1"] = [Page("2", "a")],
        ["it lists a twice"] = [Page("2", "a"), Page("2", "a")],
        ["different values of TotalCount, 2 and 1"] = [Page("2", "a"), Page("1", "b")],
        ["TotalCount is 0, and sessions listed are 1"] = [Page("0", "a")],
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_list_that_lacks_something_says_what_and_is_worth_another_try(string what)
    {
        var error = Assert.Throws<CloudException>(() => List(Doubtful[what]));
        Assert.Equal((ClientErrorCodes.UnreadableReply, CloudErrorClass.Retry), (error.Code, CloudErrorTable.Of(error).Class));
        Assert.Contains(what, error.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_session_without_its_sources_is_unreadable_and_the_others_are_not()
    {
        var listed = List([Page("3", "a", "b") with
        {
            TrafficMirrorSessions = new([Session("a") with { TrafficMirrorSourceIds = null }, Session("b"),
                Session("c") with { TrafficMirrorSourceIds = new(["eni-1"], unreadable: 1) }]),
        }]);
        Assert.Contains("which sources a has", listed["a"].Unreadable!.Detail, StringComparison.Ordinal);
        Assert.Equal(["eni-1"], listed["b"].Session!.Sources);
        Assert.NotNull(listed["c"].Unreadable);
    }

    [Fact]
    public void An_empty_list_that_says_so_is_a_list() => Assert.Empty(List([Page("0")]));

    [Fact]
    public void Pages_add_up() => Assert.Equal(["a", "b", "c"], List([Page("3", "a", "b"), Page("3", "c")]).Keys.Order());

    private static Dictionary<string, SessionReading> List(ListTrafficMirrorSessionsResponse[] pages)
    {
        var listing = new SessionListing(3);
        foreach (var page in pages) listing.Add(page);
        return listing.Complete();
    }

    private static ListTrafficMirrorSessionsResponse Page(string? total, params string[] ids) => new()
    {
        RequestId = "r", TotalCount = total, TrafficMirrorSessions = new ReplyList<ListedTrafficMirrorSession>([.. ids.Select(Session)]),
    };

    private static ListedTrafficMirrorSession Session(string id) => new()
    {
        TrafficMirrorSessionId = id, TrafficMirrorSessionStatus = "Created", TrafficMirrorSourceIds = new ReplyList<string>(["eni-1"]),
    };
}
