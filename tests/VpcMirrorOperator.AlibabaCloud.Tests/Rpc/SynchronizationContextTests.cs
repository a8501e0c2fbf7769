using VpcMirrorOperator.AlibabaCloud.Rpc;
using VpcMirrorOperator.AlibabaCloud.Tests.Doubles;
using VpcMirrorOperator.AlibabaCloud.Vpc;
using VpcMirrorOperator.TestSupport;
using VpcMirrorOperator.TestSupport.Cloud;

namespace VpcMirrorOperator.AlibabaCloud.Tests.Rpc;

/// <summary>A deterministic simulation runs the client on one thread and virtual time: nothing may hop to the thread pool.</summary>
public class SynchronizationContextTests
{
    [Fact]
    public void Through_credentials_rate_budget_and_a_slow_answer()
    {
        var time = TestClient.Time();
        var surroundings = new FakeSurroundings(async (_, cancellationToken) =>
        {
            await Task.Delay(TimeSpan.FromSeconds(1), time, cancellationToken);
            return new FakeSurroundings().StsKeys();
        })
        {
            Variables = new()
            {
                ["ALIBABA_CLOUD_ROLE_ARN"] = "r",
                ["ALIBABA_CLOUD_OIDC_PROVIDER_ARN"] = "o",
                ["ALIBABA_CLOUD_OIDC_TOKEN_FILE"] = "/tok",
            },
            Files = new() { ["/tok"] = "jwt" },
        };
        var handler = new ScriptedHandler(async (_, cancellationToken) =>
        {
            await Task.Delay(TimeSpan.FromSeconds(1), time, cancellationToken);
            return ScriptedHandler.Reply(200, "{}");
        });
        var client = TestClient.Create(handler, time, surroundings.Chain);
        var pump = new PumpContext();

        var calls = Enumerable.Range(0, 12).Select(_ => pump.Run(() => SendAsync(client))).ToArray();
        for (var second = 0; second < 6; second++) pump.Run(() => time.Advance(TimeSpan.FromSeconds(1)));

        Assert.All(calls, call => Assert.True(call.IsCompletedSuccessfully));
        Assert.Single(surroundings.Handler.Requests);
    }

    private static Task<AddSourcesToTrafficMirrorSessionResponse> SendAsync(RpcClient client) => client.SendAsync(
        new AddSourcesToTrafficMirrorSessionRequest
        {
            RegionId = "cn-hongkong",
            TrafficMirrorSessionId = "tms-1",
            TrafficMirrorSourceIds = ["eni-1"],
        },
        CancellationToken.None);
}
