using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.AlibabaCloud.Rpc;
using VpcMirrorOperator.AlibabaCloud.Tests.Doubles;
using VpcMirrorOperator.AlibabaCloud.Vpc;
using VpcMirrorOperator.TestSupport.Cloud;
using VpcMirrorOperator.TestSupport.Vectors;

namespace VpcMirrorOperator.AlibabaCloud.Tests.Rpc;

public class RecordedErrorReplyTests
{
    [Fact]
    public async Task A_passed_dry_run_is_told_apart()
    {
        var error = await ReplayAsync("08-error-400-dryrun");

        Assert.True(error.IsDryRunSuccess);
        Assert.Equal((400, "DryRunOperation", "B1", false), (error.HttpStatus, error.Code, error.RequestId, error.OutcomeUnknown));
    }

    [Fact]
    public async Task Throttling_carries_the_wait_that_is_asked_for()
    {
        var error = await ReplayAsync("09-error-400-throttling-user");

        Assert.Equal((true, false), (error.IsThrottling, error.OutcomeUnknown));
        Assert.Equal(TimeSpan.FromMilliseconds(1500), error.RetryAfter);
        Assert.Equal("Throttling.User", error.Code);
    }

    [Fact]
    public async Task A_503_leaves_the_outcome_open()
    {
        var error = await ReplayAsync("10-error-503");

        Assert.Equal((503, true), (error.HttpStatus, error.OutcomeUnknown));
        Assert.Equal(
            "ListTrafficMirrorSessions: ServiceUnavailable, HTTP 503, request B3: " +
            "The request has failed due to a temporary failure of the server.", error.Message);
    }

    private static Task<CloudException> ReplayAsync(string name)
    {
        var vector = Vector.Load(name);
        var client = TestClient.Create(
            new ScriptedHandler(_ => ScriptedHandler.Reply(vector.ReplyStatus, vector.ReplyBody, vector.ReplyHeaders)));
        IRpcRequest<ListTrafficMirrorSessionsResponse> request = new ListTrafficMirrorSessionsRequest { RegionId = "cn-hongkong" };
        return Assert.ThrowsAsync<CloudException>(() => client.SendAsync(request, TestContext.Current.CancellationToken));
    }
}
