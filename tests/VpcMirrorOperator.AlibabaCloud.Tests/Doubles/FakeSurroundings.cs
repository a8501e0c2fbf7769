using Microsoft.Extensions.Time.Testing;
using VpcMirrorOperator.AlibabaCloud.CredentialChain;
using VpcMirrorOperator.AlibabaCloud.CredentialChain.Inputs;
using VpcMirrorOperator.AlibabaCloud.Credentials;
using VpcMirrorOperator.TestSupport.Cloud;

namespace VpcMirrorOperator.AlibabaCloud.Tests.Doubles;

/// <summary>Variables, files and answers that a test sets; nothing of the real machine is visible.</summary>
internal sealed class FakeSurroundings
{
    public const string CliConfig = "/home/me/.aliyun/config.json";
    public const string Ini = "/home/me/.alibabacloud/credentials.ini";

    public FakeSurroundings() => Handler = new(NoAnswer);

    public FakeSurroundings(Func<FakeSurroundings, SeenRequest, HttpResponseMessage> answer) =>
        Handler = new(request => answer(this, request));

    public FakeSurroundings(Func<SeenRequest, CancellationToken, Task<HttpResponseMessage>> answer) => Handler = new(answer);

    public FakeTimeProvider Time { get; } = TestClient.Time();

    public ScriptedHandler Handler { get; }

    public Dictionary<string, string> Variables { get; init; } = [];

    public Dictionary<string, string> Files { get; init; } = [];

    public CredentialsEnvironment Environment => new()
    {
        Variable = name => Variables.GetValueOrDefault(name),
        HomeDirectory = "/home/me",
        ReadFile = path => Files.GetValueOrDefault(path),
        Http = Handler.Invoker,
        Time = Time,
        Nonces = new CountingNonces(),
    };

    public DefaultCredentialsChain Chain => new(Environment);

    public async Task<CloudCredentials> FindAsync() => await Chain.GetAsync(TestContext.Current.CancellationToken);

    /// <summary>An answer of STS that lasts an hour.</summary>
    public HttpResponseMessage StsKeys(string id = "STS.A") =>
        ScriptedHandler.Reply(200, $$"""{"RequestId":"R","Credentials":{{Keys(id)}}}""");

    /// <summary>The key fields as STS, metadata service and URI give them.</summary>
    public string Keys(string id = "STS.A")
    {
        var end = Time.GetUtcNow().AddHours(1);
        return $$"""
            {"Code":"Success","AccessKeyId":"{{id}}","AccessKeySecret":"S","SecurityToken":"T","Expiration":"{{end:yyyy-MM-ddTHH:mm:ssZ}}"}
            """;
    }

    /// <summary>An instance with a role, and STS.</summary>
    public static HttpResponseMessage InstanceAndSts(FakeSurroundings surroundings, SeenRequest request) => request switch
    {
        { Uri.Host: not "100.100.100.200" } => surroundings.StsKeys(),
        { Method: "PUT" } => ScriptedHandler.Reply(200, "token"),
        _ => ScriptedHandler.Reply(200, surroundings.Keys()),
    };

    private static HttpResponseMessage NoAnswer(SeenRequest request) =>
        throw new HttpRequestException(HttpRequestError.ConnectionError, $"nobody answers at {request.Uri.Authority}");
}
