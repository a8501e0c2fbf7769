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
        {"metadata":{"name":"a","namespace":"ns","uid":"u","resourceVersion":"5","labels":{"k":"v"},
        "creationTimestamp":"2026-01-01T00:00:00Z"},
        "spec":{"colour":"red"}},{"metadata":{"name":"b","namespace":"ns"},"spec":{}}]}
        """,
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
        try
        {
            ListDecoder.Decode(body, WidgetJson.Default.Widget);
        }
        catch (Exception e) when (Json.IsUnreadable(e))
        {
            // The client makes the error of it.
        }
    });

    [Fact]
    public void An_event_of_a_watch() => Fuzz.Run(5_000, Events, line =>
    {
        try
        {
            WatchLine.Decode(Request, line, WidgetJson.Default.Widget);
        }
        catch (KubeApiException)
        {
            // The informer begins anew.
        }
    });
}
