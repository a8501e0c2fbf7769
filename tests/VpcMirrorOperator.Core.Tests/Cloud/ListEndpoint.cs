using System.Net;
using System.Text;
using System.Web;

namespace VpcMirrorOperator.Core.Tests.Cloud;

/// <summary>A tiny ListTrafficMirrorSessions: pages, unknown ids, latency and failures.</summary>
internal sealed class ListEndpoint(TimeProvider time) : HttpMessageHandler
{
    /// <summary>The ids of each first page asked for.</summary>
    public List<string[]> Calls { get; } = [];

    public int Pages { get; private set; }

    /// <summary>Pages asked for, answered or not.</summary>
    public int Started { get; private set; }

    public HashSet<string> Unknown { get; } = [];

    public TimeSpan Latency { get; set; }

    public int Failures { get; set; }

    /// <summary>The page size whatever is asked for.</summary>
    public int PageSize { get; set; } = 100;

    /// <summary>Calls under way at the same time, at most.</summary>
    public int MostAtOnce { get; private set; }

    private int _now;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Started++;
        MostAtOnce = Math.Max(MostAtOnce, ++_now);
        if (Latency > TimeSpan.Zero) await Task.Delay(Latency, time, cancellationToken);
        _now--;
        var query = HttpUtility.ParseQueryString(request.RequestUri!.Query);
        string[] ids =
            [.. query.AllKeys.Where(key => key!.StartsWith("TrafficMirrorSessionIds.", StringComparison.Ordinal))
                .Select(key => query[key]!)];
        var from = int.Parse(query["NextToken"] ?? "0", System.Globalization.CultureInfo.InvariantCulture);
        Pages++;
        if (from == 0) Calls.Add(ids);
        return Failures-- > 0 ? Reply(503, """{"Code":"ServiceUnavailable","Message":"no","RequestId":"r"}""")
            : Reply(200, Page(ids, from));
    }

    private string Page(string[] ids, int from)
    {
        string[] known = [.. ids.Where(id => !Unknown.Contains(id))];
        var page = known.Skip(from).Take(PageSize).Select(id =>
            $$"""
            {"TrafficMirrorSessionId":"{{id}}","TrafficMirrorSessionStatus":"Created","Enabled":true,
             "TrafficMirrorSourceIds":["eni-of{{id.Replace("-", "")}}"]}
            """);
        var next = from + PageSize < known.Length ? $"{from + PageSize}" : "";
        var sessions = string.Join(',', page);
        return $$"""{"RequestId":"r","TotalCount":"{{known.Length}}","NextToken":"{{next}}","TrafficMirrorSessions":[{{sessions}}]}""";
    }

    private static HttpResponseMessage Reply(int status, string body) =>
        new((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
}
