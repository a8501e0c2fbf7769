using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.AlibabaCloud.Tests.Doubles;
using VpcMirrorOperator.TestSupport.Vectors;

namespace VpcMirrorOperator.AlibabaCloud.Tests.CredentialChain.Roles;

public class OidcRoleSourceTests
{
    private const string TokenFile = "/var/run/token";
    private const string Token = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ4In0.c2ln";

    [Fact]
    public async Task Is_asked_for_as_the_official_library_asks()
    {
        var recorded = Vector.Load("11-sts-assume-role-with-oidc").Root.GetProperty("requests")[0].GetString()!;
        var surroundings = Create(s => s.StsKeys());
        surroundings.Time.SetUtcNow(new DateTimeOffset(2026, 11, 22, 21, 25, 47, TimeSpan.Zero));

        var keys = await surroundings.FindAsync();

        var request = Assert.Single(surroundings.Handler.Requests);
        Assert.Equal(recorded.Split(' ')[1], request.Uri.PathAndQuery);
        Assert.Equal(recorded.Split("\r\n\r\n")[1], request.Body);
        Assert.Equal("application/x-www-form-urlencoded", request.ContentType);
        Assert.False(request.Headers.ContainsKey("Authorization"));
        Assert.Equal(
            ("STS.A", "S", "T", "default/oidc_role_arn"),
            (keys.AccessKeyId, keys.AccessKeySecret, keys.SecurityToken, keys.ProviderName));
        Assert.Equal(surroundings.Time.GetUtcNow().AddHours(1), keys.Expiration);
    }

    [Fact]
    public async Task Reads_the_token_file_again_at_each_refresh()
    {
        var surroundings = Create(s => s.StsKeys());
        var chain = surroundings.Chain;
        await chain.GetAsync(TestContext.Current.CancellationToken);
        surroundings.Files[TokenFile] = "second\n";
        surroundings.Time.Advance(TimeSpan.FromMinutes(50));
        await chain.GetAsync(TestContext.Current.CancellationToken);

        Assert.Equal(2, surroundings.Handler.Requests.Count);
        Assert.Contains("OIDCToken=second&", surroundings.Handler.Requests[1].Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, null, null, "https://sts.aliyuncs.com/")]
    [InlineData(null, "cn-hongkong", null, "https://sts.cn-hongkong.aliyuncs.com/")]
    [InlineData(null, "cn-hongkong", "True", "https://sts-vpc.cn-hongkong.aliyuncs.com/")]
    [InlineData("sts-vpc.cn-beijing.aliyuncs.com", "cn-hongkong", "true", "https://sts-vpc.cn-beijing.aliyuncs.com/")]
    [InlineData("http://127.0.0.1:29443", null, null, "http://127.0.0.1:29443/")]
    public async Task Goes_to_the_endpoint_that_the_webhook_names(string? endpoint, string? region, string? vpc, string expected)
    {
        var surroundings = Create(s => s.StsKeys());
        surroundings.Variables["ALIBABA_CLOUD_STS_ENDPOINT"] = endpoint ?? "";
        surroundings.Variables["ALIBABA_CLOUD_STS_REGION"] = region ?? "";
        surroundings.Variables["ALIBABA_CLOUD_VPC_ENDPOINT_ENABLED"] = vpc ?? "";

        await surroundings.FindAsync();

        Assert.StartsWith(expected, Assert.Single(surroundings.Handler.Requests).Uri.AbsoluteUri, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ALIBABA_CLOUD_STS_ENDPOINT", "http://sts.example.com")]
    [InlineData("ALIBABA_CLOUD_STS_REGION", "evil.example/")]
    public async Task Never_sends_the_token_to_an_unsafe_place(string variable, string value)
    {
        var surroundings = Create(s => s.StsKeys());
        surroundings.Variables[variable] = value;

        var error = await Assert.ThrowsAsync<CloudException>(surroundings.FindAsync);

        Assert.Equal(ClientErrorCodes.NoCredentials, error.Code);
        Assert.Empty(surroundings.Handler.Requests);
    }

    [Fact]
    public async Task Names_a_missing_token_file()
    {
        var surroundings = Create(s => s.StsKeys());
        surroundings.Files.Clear();
        var error = await Assert.ThrowsAsync<CloudException>(surroundings.FindAsync);
        Assert.Equal(ClientErrorCodes.NoCredentials, error.Code);
        Assert.Contains(TokenFile, error.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reports_the_refusal_of_sts_without_the_token_and_does_not_try_another_identity()
    {
        var surroundings = Create(_ => ScriptedHandler.Reply(
            400, $$"""{"Code":"AuthenticationFail.NoPermission","Message":"bad {{Token}}","RequestId":"R"}"""));
        surroundings.Variables["ALIBABA_CLOUD_CREDENTIALS_URI"] = "http://127.0.0.1/creds";

        var error = await Assert.ThrowsAsync<CloudException>(surroundings.FindAsync);

        Assert.Equal(("AuthenticationFail.NoPermission", "bad ***"), (error.Code, error.Detail));
        Assert.Single(surroundings.Handler.Requests);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("<html/>")]
    [InlineData("""{"Credentials":{"AccessKeyId":"STS.A","AccessKeySecret":"S"}}""")]
    [InlineData("""{"Credentials":{"AccessKeyId":"STS.A","AccessKeySecret":"S","SecurityToken":"T","Expiration":"soon"}}""")]
    public async Task Refuses_an_incomplete_answer(string body)
    {
        var surroundings = Create(_ => ScriptedHandler.Reply(200, body));
        var error = await Assert.ThrowsAsync<CloudException>(surroundings.FindAsync);
        Assert.Equal(ClientErrorCodes.UnreadableReply, error.Code);
    }

    private static FakeSurroundings Create(Func<FakeSurroundings, HttpResponseMessage> answer) => new(
        (surroundings, _) => answer(surroundings))
    {
        Variables = new()
        {
            ["ALIBABA_CLOUD_ROLE_ARN"] = "acs:ram::1234567890123456:role/mirror-operator",
            ["ALIBABA_CLOUD_OIDC_PROVIDER_ARN"] = "acs:ram::1234567890123456:oidc-provider/ack-rrsa-c0000",
            ["ALIBABA_CLOUD_OIDC_TOKEN_FILE"] = TokenFile,
            ["ALIBABA_CLOUD_ROLE_SESSION_NAME"] = "mirror-operator",
        },
        Files = new() { [TokenFile] = $"{Token}\n" },
    };
}
