using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.AlibabaCloud.Tests.Doubles;
using VpcMirrorOperator.AlibabaCloud.Vpc;
using VpcMirrorOperator.TestSupport.Vectors;

namespace VpcMirrorOperator.AlibabaCloud.Tests.Rpc;

public class SignedRequestTests
{
    [Fact]
    public async Task Remove_is_sent_as_the_sdk_sends_it()
    {
        var vector = Vector.Load("01-acs3-remove-10-sources-ak");
        var (seen, response) = await RecordedExchange.SendAsync(vector, new RemoveSourcesFromTrafficMirrorSessionRequest
        {
            RegionId = "cn-hongkong",
            TrafficMirrorSessionId = "tms-j6cla50buc44ap8tu0001",
            TrafficMirrorSourceIds = [.. Enumerable.Range(1, 10).Select(i => $"eni-j6c8znm5l1yt4sox{i:0000}")],
            ClientToken = "0c593ea1-3bea-11e9-b96b-88e9fe630001",
        });
        RecordedExchange.AssertSame(vector, seen);
        Assert.Equal("A33B2C6A-89D1-4DEA-A807-A6E8CC552484", response.RequestId);
    }

    [Fact]
    public async Task Add_with_a_security_token_is_sent_as_the_sdk_sends_it()
    {
        var vector = Vector.Load("02-acs3-add-2-sources-sts-dryrun");
        var (seen, _) = await RecordedExchange.SendAsync(vector, new AddSourcesToTrafficMirrorSessionRequest
        {
            RegionId = "cn-hongkong",
            TrafficMirrorSessionId = "tms-j6cla50buc44ap8tu0001",
            TrafficMirrorSourceIds = ["eni-j6c8znm5l1yt4sox0001", "eni-j6c8znm5l1yt4sox0002"],
            ClientToken = "tok-2",
            DryRun = true,
        });
        RecordedExchange.AssertSame(vector, seen);
    }

    [Fact]
    public async Task List_is_sent_as_the_sdk_sends_it()
    {
        var vector = Vector.Load("09-error-400-throttling-user");
        SeenRequest? seen = null;
        await Assert.ThrowsAsync<CloudException>(() =>
            RecordedExchange.SendAsync(vector, new ListTrafficMirrorSessionsRequest { RegionId = "cn-hongkong" }, r => seen = r));
        RecordedExchange.AssertSame(vector, seen!);
    }
}
