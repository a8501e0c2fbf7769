using System.Net;
using System.Text;

namespace VpcMirrorOperator.Core.Tests.Kinds.Sessions;

/// <summary>Answers the calls of some actions itself, so that the cloud never sees them, and notes when they came.</summary>
internal sealed class CannedAnswer(HttpMessageHandler cloud, HttpStatusCode status, string body, params string[] actions)
    : DelegatingHandler(cloud)
{
    public const string Accepted = """{"RequestId":"canned"}""";

    public static string Refused(string code) => $$"""{"RequestId":"canned","Code":"{{code}}","Message":"canned"}""";

    /// <summary>The actions that it answered, in order.</summary>
    public List<string> Seen { get; } = [];

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var action = request.Headers.GetValues("x-acs-action").Single();
        if (!actions.Contains(action)) return base.SendAsync(request, cancellationToken);
        Seen.Add(action);
        return Task.FromResult(new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") });
    }
}
