using VpcMirrorOperator.AlibabaCloud.Credentials;
using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.AlibabaCloud.Tests.Doubles;
using VpcMirrorOperator.AlibabaCloud.Vpc;
using VpcMirrorOperator.TestSupport.Cloud;
using Keys = VpcMirrorOperator.AlibabaCloud.Credentials.CloudCredentials;

namespace VpcMirrorOperator.AlibabaCloud.Tests.Rpc;

public class RefusedSecurityTokenTests
{
    private const string Expired = """{"Code":"InvalidSecurityToken.Expired","Message":"m"}""";
    private static readonly ListTrafficMirrorSessionsRequest List = new() { RegionId = "cn-hongkong" };

    [Fact]
    public async Task Are_renewed_once_and_the_call_repeated()
    {
        var handler = new ScriptedHandler(r => r.Headers["x-acs-security-token"] == "t1"
            ? ScriptedHandler.Reply(400, Expired)
            : ScriptedHandler.Reply(200, "{}"));

        await TestClient.Create(handler, credentials: new Renewable()).SendAsync(List, TestContext.Current.CancellationToken);

        Assert.Equal(["t1", "t2"], handler.Requests.Select(r => r.Headers["x-acs-security-token"]));
        Assert.Equal(["nonce1", "nonce2"], handler.Requests.Select(r => r.Headers["x-acs-signature-nonce"]));
    }

    [Fact]
    public async Task Are_reported_when_the_new_one_is_refused_too()
    {
        var handler = new ScriptedHandler(_ => ScriptedHandler.Reply(400, Expired));
        var client = TestClient.Create(handler, credentials: new Renewable());

        var error = await Assert.ThrowsAsync<CloudException>(() => client.SendAsync(List, TestContext.Current.CancellationToken));

        Assert.Equal(("InvalidSecurityToken.Expired", 2), (error.Code, handler.Requests.Count));
    }

    [Fact]
    public async Task Are_not_tried_again_when_nothing_new_can_be_had()
    {
        var handler = new ScriptedHandler(_ => ScriptedHandler.Reply(400, Expired));
        var client = TestClient.Create(handler, credentials: new StaticCredentialsProvider("STS.a", "b", "c"));

        await Assert.ThrowsAsync<CloudException>(() => client.SendAsync(List, TestContext.Current.CancellationToken));

        Assert.Single(handler.Requests);
    }

    private sealed class Renewable : ICredentialsProvider
    {
        private int _generation = 1;

        public string Name => "renewable";

        public ValueTask<Keys> GetAsync(CancellationToken cancellationToken) =>
            new(new Keys($"STS.{_generation}", "s", $"t{_generation}", null, Name));

        public void Invalidate() => _generation++;
    }
}
