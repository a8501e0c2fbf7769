using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.AlibabaCloud.Tests.Doubles;
using VpcMirrorOperator.TestSupport.Cloud;

namespace VpcMirrorOperator.AlibabaCloud.Tests.CredentialChain.Roles;

public class EcsRamRoleSourceTests
{
    private const string Roles = "/latest/meta-data/ram/security-credentials/";

    [Fact]
    public async Task Uses_a_metadata_session_and_asks_for_the_attached_role()
    {
        var surroundings = Instance(version2: true);

        var keys = await surroundings.FindAsync();

        Assert.Equal(("STS.E", "default/ecs_ram_role"), (keys.AccessKeyId, keys.ProviderName));
        Assert.Equal(
            ["PUT /latest/api/token", $"GET {Roles}", $"GET {Roles}role-1"],
            surroundings.Handler.Requests.Select(r => $"{r.Method} {r.Uri.AbsolutePath}"));
        Assert.All(surroundings.Handler.Requests, r => Assert.Equal("http://100.100.100.200", r.Uri.GetLeftPart(UriPartial.Authority)));
        Assert.Equal("21600", surroundings.Handler.Requests[0].Headers["X-aliyun-ecs-metadata-token-ttl-seconds"]);
        Assert.All(surroundings.Handler.Requests.Skip(1), r => Assert.Equal("token2", r.Headers["X-aliyun-ecs-metadata-token"]));
    }

    [Fact]
    public async Task Asks_directly_for_a_role_whose_name_is_given()
    {
        var surroundings = Instance(version2: true);
        surroundings.Variables["ALIBABA_CLOUD_ECS_METADATA"] = "role-1";
        await surroundings.FindAsync();
        Assert.Equal(["/latest/api/token", $"{Roles}role-1"], surroundings.Handler.Requests.Select(r => r.Uri.AbsolutePath));
    }

    [Fact]
    public async Task Falls_back_to_version_1()
    {
        var surroundings = Instance(version2: false);
        Assert.Equal("STS.E", (await surroundings.FindAsync()).AccessKeyId);
        Assert.All(surroundings.Handler.Requests.Skip(1), r => Assert.False(r.Headers.ContainsKey("X-aliyun-ecs-metadata-token")));
    }

    [Fact]
    public async Task Does_not_fall_back_when_version_1_is_switched_off()
    {
        var surroundings = Instance(version2: false);
        surroundings.Variables["ALIBABA_CLOUD_IMDSV1_DISABLED"] = "true";
        var error = await Assert.ThrowsAsync<CloudException>(surroundings.FindAsync);
        Assert.Equal(ClientErrorCodes.NoCredentials, error.Code);
        Assert.Single(surroundings.Handler.Requests);
    }

    [Fact]
    public async Task Is_not_asked_when_switched_off()
    {
        var surroundings = Instance(version2: true);
        surroundings.Variables["ALIBABA_CLOUD_ECS_METADATA_DISABLED"] = "true";
        await Assert.ThrowsAsync<CloudException>(surroundings.FindAsync);
        Assert.Empty(surroundings.Handler.Requests);
    }

    [Fact]
    public async Task Is_given_up_after_one_second_of_silence()
    {
        var surroundings = new FakeSurroundings(async (_, cancellationToken) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
            throw new InvalidOperationException("not reached");
        });
        var searching = Assert.ThrowsAsync<CloudException>(surroundings.FindAsync);
        for (var i = 0; i < 2; i++)
        {
            Assert.False(searching.IsCompleted);
            await UntilAsync(() => surroundings.Handler.Requests.Count == i + 1);
            surroundings.Time.Advance(TimeSpan.FromMilliseconds(500));
        }
        Assert.Equal(ClientErrorCodes.NoCredentials, (await searching).Code);
        Assert.Equal(TestClient.Start.AddSeconds(1), surroundings.Time.GetUtcNow());
    }

    [Fact]
    public async Task Says_that_no_role_is_attached()
    {
        var surroundings = new FakeSurroundings((_, r) =>
            r.Method == "PUT" ? ScriptedHandler.Reply(200, "t") : ScriptedHandler.Reply(404, ""));
        var error = await Assert.ThrowsAsync<CloudException>(surroundings.FindAsync);
        Assert.Contains("ECS RAM role: no RAM role is attached to this instance", error.Detail, StringComparison.Ordinal);
    }

    private static FakeSurroundings Instance(bool version2) => new((surroundings, request) => request.Uri.AbsolutePath switch
    {
        "/latest/api/token" => version2 ? ScriptedHandler.Reply(200, "token2") : ScriptedHandler.Reply(404, ""),
        Roles => ScriptedHandler.Reply(200, "role-1\n"),
        Roles + "role-1" => ScriptedHandler.Reply(200, surroundings.Keys("STS.E")),
        _ => ScriptedHandler.Reply(500, ""),
    });

    private static async Task UntilAsync(Func<bool> condition)
    {
        while (!condition())
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}
