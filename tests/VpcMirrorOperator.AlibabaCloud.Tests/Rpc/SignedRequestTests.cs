using Moq;
using VpcMirrorOperator.AlibabaCloud.Credentials;
using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.AlibabaCloud.Rpc;
using VpcMirrorOperator.AlibabaCloud.Signing;
using VpcMirrorOperator.AlibabaCloud.Tests.Doubles;
using VpcMirrorOperator.AlibabaCloud.Vpc;
using VpcMirrorOperator.TestSupport.Cloud;
using VpcMirrorOperator.TestSupport.Vectors;

namespace VpcMirrorOperator.AlibabaCloud.Tests.Rpc;

public class SignedRequestTests
{
    [Fact]
    public async Task Remove_is_sent_as_the_sdk_sends_it()
    {
        var vector = Vector.Load("01-acs3-remove-10-sources-ak");
        var (seen, response) = await SendAsync(vector, new RemoveSourcesFromTrafficMirrorSessionRequest
        {
            RegionId = "cn-hongkong",
            TrafficMirrorSessionId = "tms-j6cla50buc44ap8tu0001",
            TrafficMirrorSourceIds = [.. Enumerable.Range(1, 10).Select(i => $"eni-j6c8znm5l1yt4sox{i:0000}")],
            ClientToken = "0c593ea1-3bea-11e9-b96b-88e9fe630001",
        });
        AssertSame(vector, seen);
        Assert.Equal("A33B2C6A-89D1-4DEA-A807-A6E8CC552484", response.RequestId);
    }

    [Fact]
    public async Task Add_with_a_security_token_is_sent_as_the_sdk_sends_it()
    {
        var vector = Vector.Load("02-acs3-add-2-sources-sts-dryrun");
        var (seen, _) = await SendAsync(vector, new AddSourcesToTrafficMirrorSessionRequest
        {
            RegionId = "cn-hongkong",
            TrafficMirrorSessionId = "tms-j6cla50buc44ap8tu0001",
            TrafficMirrorSourceIds = ["eni-j6c8znm5l1yt4sox0001", "eni-j6c8znm5l1yt4sox0002"],
            ClientToken = "tok-2",
            DryRun = true,
        });
        AssertSame(vector, seen);
    }

    [Fact]
    public async Task List_is_sent_as_the_sdk_sends_it()
    {
        var vector = Vector.Load("09-error-400-throttling-user");
        SeenRequest? seen = null;
        await Assert.ThrowsAsync<CloudException>(() =>
            SendAsync(vector, new ListTrafficMirrorSessionsRequest { RegionId = "cn-hongkong" }, r => seen = r));
        AssertSame(vector, seen!);
    }

    private static async Task<(SeenRequest, TResponse)> SendAsync<TResponse>(
        Vector vector, IRpcRequest<TResponse> request, Action<SeenRequest>? watch = null) where TResponse : IRpcResponse
    {
        var handler = new ScriptedHandler(r =>
        {
            watch?.Invoke(r);
            return ScriptedHandler.Reply(vector.ReplyStatus, vector.ReplyBody, vector.ReplyHeaders);
        });
        var client = TestClient.Create(
            handler,
            credentials: new StaticCredentialsProvider(vector.AccessKeyId, vector.AccessKeySecret, vector.SecurityToken),
            nonces: Mock.Of<INonceSource>(source => source.Create() == vector.Header("x-acs-signature-nonce")));
        var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return (Assert.Single(handler.Requests), response);
    }

    private static void AssertSame(Vector vector, SeenRequest seen)
    {
        Assert.Equal("POST", seen.Method);
        Assert.Equal(vector.Text("rawQuery"), seen.Query);
        Assert.Equal("", seen.Body);
        string[] ours = ["user-agent", "connection", "content-length"];
        var expected = vector.Headers
            .Select(h => KeyValuePair.Create(h.Key.ToLowerInvariant(), h.Value))
            .Where(h => !ours.Contains(h.Key))
            .ToDictionary();
        var actual = seen.Headers.Where(h => h.Key != "User-Agent").ToDictionary(h => h.Key.ToLowerInvariant(), h => h.Value);
        Assert.Equal(expected, actual);
    }
}
