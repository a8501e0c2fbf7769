using System.Text;
using VpcMirrorOperator.TestSupport.Fuzzing;

namespace VpcMirrorOperator.Emulator.Tests.Pipeline;

/// <summary>
/// Whole requests with bytes that are wrong anywhere, signatures of both kinds and the control API: an answer or a refusal, never an
/// exception or a 5xx.
/// </summary>
public class SpoiledRequestTests
{
    [Fact]
    public void Are_answered_or_refused()
    {
        var stage = new Stage();
        var control = new EmulatorControl(stage.Emulator);
        EmulatorResponse Answer(EmulatorRequest request) => request.Target.StartsWith(EmulatorControl.Prefix, StringComparison.Ordinal)
            ? control.Handle(request)
            : stage.Emulator.Handle(request);
        string Signed(string action, string nonce, string version, string? form = null) => Text(Caller.Main.Sign(
            action, stage.Time.GetUtcNow(), nonce, form is null ? [("RegionId", Stage.Region)] : [], version: version, form: form));
        string[] texts =
        [
            Signed("ListTrafficMirrorSessions", "n1", "2016-04-28"),
            Signed("DescribeNetworkInterfaces", "n2", "2014-05-26"),
            Signed("TagResources", "n3", "2016-04-28", form: "RegionId=cn-hongkong&Tag.1.Key=a"),
            Text(Caller.Main.GetV1(stage, "ListTrafficMirrorSessions", "JSON")),
            Control("faults", "{\"kind\": \"throttle\", \"times\": 1, \"retryAfterMs\": 1500}"),
            Control("foreign", "{do: create, account: main, region: cn-hongkong, session: {id: tms-z, tags: {\"a\": \"b\"}}}"),
            Control("settings", "{\"modifyDuration\": \"1s\", \"maxSessions\": 5}"),
            Control("interfaces", "{\"account\": \"main\", \"region\": \"cn-hongkong\", \"do\": \"attach\", \"id\": \"eni-1\"}"),
            "GET /_emulator/match?account=main&region=cn-hongkong&interface=eni-1&direction=ingress&protocol=tcp&source=10.0.0.1"
                + "&sourcePort=1&destination=10.0.0.2&destinationPort=443\n\n",
            "GET /_emulator/state?callsAfter=3\n\n",
        ];
        // Before they are spoiled, all but two are what they seem: a tag call without a resource, an interface where none is declared.
        Assert.Equal(
            [200, 200, 400, 200, 200, 200, 200, 400, 200, 200],
            texts.Select(text => Answer(Request(text)).Status));
        Fuzz.Run(5_000, texts, input => Check(Answer(Request(Encoding.Latin1.GetString(input)))));
    }

    private static void Check(EmulatorResponse answer) => Assert.True(answer.DropConnection || answer.Status is >= 200 and < 500,
        $"status {answer.Status}: {Encoding.UTF8.GetString(answer.Body.Span)}");

    private static string Control(string path, string body) => $"POST /_emulator/{path}\ncontent-type: application/json\n\n{body}";

    private static string Text(EmulatorRequest request) =>
        $"{request.Method} {request.Target}\n{string.Concat(request.Headers.Select(header => $"{header.Key}: {header.Value}\n"))}\n"
        + Encoding.UTF8.GetString(request.Body.Span);

    private static EmulatorRequest Request(string text)
    {
        var (head, body) = Split(text, "\n\n");
        var (first, rest) = Split(head, "\n");
        var (method, target) = Split(first, " ");
        var headers = rest.Split('\n').Select(line => Split(line, ": "));
        return new(
            method, target, [.. headers.Select(pair => KeyValuePair.Create(pair.Before, pair.After))], Encoding.Latin1.GetBytes(body));
    }

    private static (string Before, string After) Split(string text, string separator) =>
        text.IndexOf(separator, StringComparison.Ordinal) is >= 0 and var at ? (text[..at], text[(at + separator.Length)..]) : (text, "");
}
