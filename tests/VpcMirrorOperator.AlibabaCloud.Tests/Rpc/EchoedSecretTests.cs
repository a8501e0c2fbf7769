using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;
using VpcMirrorOperator.AlibabaCloud.Credentials;
using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.AlibabaCloud.Rpc;
using VpcMirrorOperator.AlibabaCloud.Tests.Doubles;
using VpcMirrorOperator.AlibabaCloud.Vpc;
using VpcMirrorOperator.TestSupport.Cloud;

namespace VpcMirrorOperator.AlibabaCloud.Tests.Rpc;

/// <summary>A server that sends back what it was sent, in every field and form, in answers and in refusals.</summary>
public class EchoedSecretTests
{
    // Short on purpose: nothing but knowing them can find them.
    private const string KeyId = "Test-KeyId-1", Secret = "Sec/ret+Key=0&", Token = "Tok/en+Value=0&";
    private static readonly ListTrafficMirrorSessionsRequest List = new() { RegionId = "cn-hongkong" };

    public static TheoryData<string> Forms => ["plain", "query", "lower", "twice", "json", "unicode"];

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Nothing_of_it_is_in_a_refusal(string form)
    {
        var logs = new LogLines();
        var client = Client(form, 403, logs, echo => $$"""{"Code":"{{echo}}","Message":"no: {{echo}}","RequestId":"{{echo}}"}""");
        var error = await Assert.ThrowsAsync<CloudException>(() => client.SendAsync(List, TestContext.Current.CancellationToken));
        AssertClean($"{error} {error.Code} {error.RequestId} {logs}");
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Nothing_of_it_is_in_a_refusal_in_xml(string form)
    {
        var logs = new LogLines();
        var client = Client(form, 403, logs, echo => $"<Error><Code>{Xml(echo)}</Code><Message>{Xml(echo)}</Message></Error>");
        var error = await Assert.ThrowsAsync<CloudException>(() => client.SendAsync(List, TestContext.Current.CancellationToken));
        AssertClean($"{error} {error.Code} {error.RequestId} {logs}");
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Nothing_of_it_is_in_an_answer(string form)
    {
        var logs = new LogLines();
        var client = Client(form, 200, logs, echo =>
            $$"""
            {"RequestId":"{{echo}}","TotalCount":"1","TrafficMirrorSessions":[{"TrafficMirrorSessionId":"{{echo}}",
              "TrafficMirrorSessionStatus":"{{echo}}","TrafficMirrorSourceIds":["{{echo}}"],"TrafficMirrorTargetId":"{{echo}}",
              "TrafficMirrorFilterId":"{{echo}}","TrafficMirrorSessionBusinessStatus":"{{echo}}"}]}
            """);
        var page = await client.SendAsync(List, TestContext.Current.CancellationToken);
        var session = Assert.Single(page.TrafficMirrorSessions!);
        Assert.NotNull(session.TrafficMirrorSessionStatus);
        AssertClean($"{page.RequestId} {session} {string.Join(' ', session.TrafficMirrorSourceIds!)} {logs}");
    }

    [Fact]
    public async Task The_token_of_a_page_comes_back_as_it_was()
    {
        var token = new string('x', 300) + "+/=\u00e9";
        var body = JsonSerializer.Serialize(token);
        var client = TestClient.Create(new ScriptedHandler(_ => ScriptedHandler.Reply(200, $$"""{"NextToken":{{body}}}""")));
        Assert.Equal(token, (await client.SendAsync(List, TestContext.Current.CancellationToken)).NextToken);
    }

    private static RpcClient Client(string form, int status, LogLines logs, Func<string, string> body) => TestClient.Create(
        new ScriptedHandler(request => ScriptedHandler.Reply(status, body(Echo(request, form)))),
        credentials: new StaticCredentialsProvider(KeyId, Secret, Token), logger: logs);

    private static string Echo(SeenRequest request, string form)
    {
        var all = $"{KeyId} {Secret} {request.Headers["Authorization"]} {request.Headers["x-acs-security-token"]}";
        return form switch
        {
            "query" => Uri.EscapeDataString(all),
            "lower" => Regex.Replace(Uri.EscapeDataString(all), "%..", escape => escape.Value.ToLowerInvariant()),
            "twice" => Uri.EscapeDataString(Uri.EscapeDataString(all)),
            "json" => JsonSerializer.Serialize(all).Trim('"'),
            "unicode" => string.Concat(Encoding.ASCII.GetBytes(all).Select(b => $"\\u00{b:x2}")),
            _ => all,
        };
    }

    private static string Xml(string text) => WebUtility.HtmlEncode(text);

    private static void AssertClean(string shown)
    {
        var plain = Uri.UnescapeDataString(Uri.UnescapeDataString(shown));
        foreach (var secret in new[] { KeyId, Secret, Token })
            Assert.DoesNotContain(secret, plain, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch("[0-9a-f]{64}", plain);
    }

    private sealed class LogLines : ILogger<RpcClient>
    {
        private readonly StringBuilder _lines = new();

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            _lines.AppendLine(formatter(state, exception)).Append(exception);

        public override string ToString() => _lines.ToString();
    }
}
