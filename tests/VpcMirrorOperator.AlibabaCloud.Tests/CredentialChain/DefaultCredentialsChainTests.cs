using VpcMirrorOperator.AlibabaCloud.CredentialChain;
using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.AlibabaCloud.Tests.Doubles;
using VpcMirrorOperator.AlibabaCloud.Vpc;
using VpcMirrorOperator.TestSupport.Cloud;

namespace VpcMirrorOperator.AlibabaCloud.Tests.CredentialChain;

public class DefaultCredentialsChainTests
{
    [Fact]
    public async Task Looks_in_the_documented_order()
    {
        var surroundings = Everything();
        List<string> found = [];
        Action[] takeAway =
        [
            () =>
            {
                surroundings.Variables.Remove("ALIBABA_CLOUD_ACCESS_KEY_ID");
                surroundings.Variables.Remove("ALIBABA_CLOUD_ACCESS_KEY_SECRET");
            },
            () => surroundings.Variables.Remove("ALIBABA_CLOUD_ROLE_ARN"),
            () => surroundings.Files.Remove(FakeSurroundings.CliConfig),
            () => surroundings.Files.Remove(FakeSurroundings.Ini),
            () => surroundings.Variables["ALIBABA_CLOUD_ECS_METADATA_DISABLED"] = "true",
            () => { },
        ];
        foreach (var next in takeAway)
        {
            found.Add((await surroundings.FindAsync()).ProviderName);
            next();
        }
        Assert.Equal(
            [
                "default/env", "default/oidc_role_arn", "default/cli_profile/static_ak", "default/profile/static_ak",
                "default/ecs_ram_role", "default/credentials_uri",
            ],
            found);
    }

    [Fact]
    public async Task Lists_what_was_tried_and_the_remedy_when_nothing_is_configured()
    {
        var surroundings = new FakeSurroundings();
        var error = await Assert.ThrowsAsync<CloudException>(surroundings.FindAsync);

        Assert.Single(surroundings.Handler.Requests);
        Assert.Equal((ClientErrorCodes.NoCredentials, false), (error.Code, error.OutcomeUnknown));
        string[] expected =
        [
            "environment: ALIBABA_CLOUD_ACCESS_KEY_ID is not set", "OIDC: ", "command line profile: no file /home/me/.aliyun/config.json",
            "ini profile: no section [default]", "ECS RAM role: could not connect to 100.100.100.200",
            "credentials URI: ALIBABA_CLOUD_CREDENTIALS_URI is not set", "Set ALIBABA_CLOUD_ACCESS_KEY_ID and",
        ];
        Assert.All(expected, part => Assert.Contains(part, error.Detail, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Half_a_key_pair_is_an_error()
    {
        var surroundings = new FakeSurroundings { Variables = new() { ["ALIBABA_CLOUD_ACCESS_KEY_ID"] = "id" } };
        var error = await Assert.ThrowsAsync<CloudException>(surroundings.FindAsync);
        Assert.Contains("must be set both or not at all", error.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"current":"default","profiles":[{"name":"default","mode":"AK","access_key_id":"","access_key_secret":""}]}""")]
    [InlineData("""{"current":"gone","profiles":[]}""")]
    [InlineData("""{"profiles":null}""")]
    public async Task An_empty_command_line_profile_counts_as_none(string config)
    {
        var surroundings = Everything();
        surroundings.Variables.Clear();
        surroundings.Files[FakeSurroundings.CliConfig] = config;
        Assert.Equal("default/profile/static_ak", (await surroundings.FindAsync()).ProviderName);
    }

    [Fact]
    public async Task A_file_that_may_not_be_read_is_an_error()
    {
        var environment = new FakeSurroundings().Environment with { ReadFile = _ => throw new UnauthorizedAccessException() };
        var chain = new DefaultCredentialsChain(environment);
        var error = await Assert.ThrowsAsync<CloudException>(async () => await chain.GetAsync(TestContext.Current.CancellationToken));
        Assert.Contains("/home/me/.aliyun/config.json cannot be read", error.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_searched_again_after_a_failure_and_then_no_more()
    {
        var surroundings = new FakeSurroundings();
        var chain = surroundings.Chain;
        await Assert.ThrowsAsync<CloudException>(async () => await chain.GetAsync(TestContext.Current.CancellationToken));
        surroundings.Variables["ALIBABA_CLOUD_ACCESS_KEY_ID"] = "id";
        surroundings.Variables["ALIBABA_CLOUD_ACCESS_KEY_SECRET"] = "s";
        surroundings.Time.Advance(TimeSpan.FromSeconds(1));
        await chain.GetAsync(TestContext.Current.CancellationToken);
        surroundings.Variables.Clear();
        Assert.Equal("id", (await chain.GetAsync(TestContext.Current.CancellationToken)).AccessKeyId);
        Assert.Equal("default/env", chain.Name);
    }

    [Fact]
    public async Task A_call_without_credentials_is_never_sent()
    {
        var handler = new ScriptedHandler(_ => ScriptedHandler.Reply(200, "{}"));
        var client = TestClient.Create(handler, credentials: new FakeSurroundings().Chain);

        var error = await Assert.ThrowsAsync<CloudException>(() =>
            client.SendAsync(new ListTrafficMirrorSessionsRequest { RegionId = "cn-hongkong" }, TestContext.Current.CancellationToken));

        Assert.Equal(
            ("ListTrafficMirrorSessions", ClientErrorCodes.NoCredentials, false), (error.Action, error.Code, error.OutcomeUnknown));
        Assert.Empty(handler.Requests);
    }

    private static FakeSurroundings Everything() => new((surroundings, request) => request.Uri.Host == "localhost"
        ? ScriptedHandler.Reply(200, surroundings.Keys())
        : FakeSurroundings.InstanceAndSts(surroundings, request))
    {
        Variables = new()
        {
            ["ALIBABA_CLOUD_ACCESS_KEY_ID"] = "id",
            ["ALIBABA_CLOUD_ACCESS_KEY_SECRET"] = "s",
            ["ALIBABA_CLOUD_ROLE_ARN"] = "r",
            ["ALIBABA_CLOUD_OIDC_PROVIDER_ARN"] = "o",
            ["ALIBABA_CLOUD_OIDC_TOKEN_FILE"] = "/tok",
            ["ALIBABA_CLOUD_CREDENTIALS_URI"] = "http://localhost/creds",
        },
        Files = new()
        {
            ["/tok"] = "jwt",
            [FakeSurroundings.CliConfig] =
                """{"current":"p","profiles":[{"name":"p","mode":"AK","access_key_id":"cli","access_key_secret":"s"}]}""",
            [FakeSurroundings.Ini] = "[default]\ntype=access_key\naccess_key_id=ini\naccess_key_secret=s",
        },
    };
}
