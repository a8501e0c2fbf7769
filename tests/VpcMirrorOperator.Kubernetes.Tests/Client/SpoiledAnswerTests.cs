using System.Text.Json;
using VpcMirrorOperator.Kubernetes.Client;
using VpcMirrorOperator.Kubernetes.Tests.Support;
using VpcMirrorOperator.TestSupport.Fuzzing;

namespace VpcMirrorOperator.Kubernetes.Tests.Client;

/// <summary>Whatever an API server, or something before it, answers: objects, or an error that the informer knows.</summary>
public class SpoiledAnswerTests
{
    private static readonly KubeRequest Request = new(HttpMethod.Get, "/apis/example.com/v1/widgets");

    private static readonly string[] Lists =
    [
        """
        {"kind":"WidgetList","apiVersion":"example.com/v1","metadata":{"resourceVersion":"7","continue":"abc"},"items":[
        {"metadata":{"name":"a","namespace":"ns","uid":"u","resourceVersion":"5","labels":{"k":"v"},"finalizers":["f/f"],
        "creationTimestamp":"2026-01-01T00:00:00Z"},
        "spec":{"colour":"red"}},{"metadata":{"name":"b","namespace":"ns"},"spec":{}}]}
        """,
        """{"apiVersion":"v1","items":[],"kind":"List","metadata":{"resourceVersion":"7"}}""",
        """{"items":[{"metadata":{"name":"a\"b","annotations":{"x":"{[\\\"]}"}},"data":{"k":"v"}}, {"data":null}],"metadata":{}}""",
    ];

    private static readonly string[] Events =
    [
        """{"type":"ADDED","object":{"metadata":{"name":"a","namespace":"ns","uid":"u","resourceVersion":"5"},"spec":{"colour":"red"}}}""",
        """{"type":"BOOKMARK","object":{"metadata":{"resourceVersion":"9"}}}""",
        """{"type":"ERROR","object":{"kind":"Status","code":410,"reason":"Expired","details":{"retryAfterSeconds":1}}}""",
    ];

    [Fact]
    public void A_list() => Fuzz.Run(5_000, Lists, body =>
    {
        var whole = Read(body, body.Length + 1);
        Assert.Equal(whole, Read(body, 7));
        // What is not JSON up to its end must not be taken for a list with fewer objects: they would count as deleted.
        if (!BeginsWithJson(body)) Assert.Null(whole);
    });

    [Fact]
    public void An_event_of_a_watch() => Fuzz.Run(5_000, Events, line =>
    {
        try
        {
            WatchLine.Decode(Request, new Line(line, IsCut: false), WidgetJson.Default.Widget);
        }
        catch (KubeApiException)
        {
            // The informer begins anew.
        }
    });

    [Fact]
    public void The_beginning_of_an_event_that_is_too_large() => Fuzz.Run(5_000, Events, line =>
    {
        try
        {
            var seen = WatchLine.Decode(Request, new Line(line.AsMemory(0, line.Length * 3 / 4), IsCut: true), WidgetJson.Default.Widget);
            Assert.NotEmpty(seen.Undecodable!.Meta.Name);
        }
        catch (KubeApiException)
        {
            // The informer lists again.
        }
    });

    /// <summary>What was read, as a text; null for an error of which the client makes its own.</summary>
    private static string? Read(byte[] body, int longestPiece)
    {
        using var buffer = new ReadBuffer(PiecesStream.Random(body, new Random(1), longestPiece));
        try
        {
            var reading = new ListReader<Widget>(buffer, WidgetJson.Default.Widget).ReadAsync(CancellationToken.None);
            Assert.True(reading.IsCompleted);
            var page = reading.GetAwaiter().GetResult();
            var items = page.Items.Select(item => JsonSerializer.Serialize(item, WidgetJson.Default.Widget));
            var others = page.Undecodable.Select(bad => $"{bad.Meta.Key} {bad.Error}");
            return string.Join('\n', [page.ResourceVersion, page.Continue, .. items, .. others]);
        }
        catch (Exception e) when (Json.IsUnreadable(e))
        {
            return null;
        }
    }

    private static bool BeginsWithJson(byte[] body)
    {
        try
        {
            var reader = new Utf8JsonReader(body);
            using var document = JsonDocument.ParseValue(ref reader);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
