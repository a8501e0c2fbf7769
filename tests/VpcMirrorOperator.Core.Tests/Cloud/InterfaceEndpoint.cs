using System.Globalization;
using System.Net;
using System.Text;
using System.Web;

namespace VpcMirrorOperator.Core.Tests.Cloud;

/// <summary>
/// A tiny region: DescribeNetworkInterfaces and ListTrafficMirrorSessions by pages, with latency, failures and spoiled pages.
/// </summary>
internal sealed class InterfaceEndpoint(TimeProvider time) : HttpMessageHandler
{
    /// <summary>JSON of the region's interfaces, and of its sessions.</summary>
    public List<string> Items { get; set; } = [];

    /// <summary>When each call came, and its query.</summary>
    public List<(DateTimeOffset At, System.Collections.Specialized.NameValueCollection Query)> Calls { get; } = [];

    public TimeSpan Latency { get; set; }

    /// <summary>Makes an answer of the page's number, counted from 0, and the right body.</summary>
    public Func<int, string, string> Spoil { get; set; } = (_, body) => body;

    public HttpStatusCode Status { get; set; } = HttpStatusCode.OK;

    /// <summary>Calls under way at the same time, at most.</summary>
    public int MostAtOnce { get; private set; }

    private int _now;

    public static string Interface(string id, string type = "Secondary", string more = "") =>
        $$"""{"NetworkInterfaceId":"{{id}}","Type":"{{type}}","Status":"InUse"{{more}}}""";

    public static string Session(string id, string more = "") =>
        $$"""{"TrafficMirrorSessionId":"{{id}}","TrafficMirrorSessionStatus":"Created","TrafficMirrorSourceIds":["eni-1"]{{more}}}""";

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var query = HttpUtility.ParseQueryString(request.RequestUri!.Query);
        Calls.Add((time.GetUtcNow(), query));
        MostAtOnce = Math.Max(MostAtOnce, ++_now);
        if (Latency > TimeSpan.Zero) await Task.Delay(Latency, time, cancellationToken);
        _now--;
        var body = Status == HttpStatusCode.OK ? Page(request, query) : """{"Code":"ServiceUnavailable","Message":"no","RequestId":"r"}""";
        return new(Status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
    }

    private string Page(HttpRequestMessage request, System.Collections.Specialized.NameValueCollection query)
    {
        var size = int.Parse(query["MaxResults"]!, CultureInfo.InvariantCulture);
        var from = int.Parse((query["NextToken"] ?? "from-0")["from-".Length..], CultureInfo.InvariantCulture);
        var all = Items;
        if (query["Type"] is { } type) all = Items.FindAll(i => i.Contains($"\"Type\":\"{type}\"", StringComparison.Ordinal));
        var page = string.Join(',', all.Skip(from).Take(size));
        var next = from + size < all.Count ? $"from-{from + size}" : "";
        var body = request.Headers.GetValues("x-acs-action").Single() == "DescribeNetworkInterfaces"
            ? $$$"""{"RequestId":"r","TotalCount":0,"NextToken":"{{{next}}}","NetworkInterfaceSets":{"NetworkInterfaceSet":[{{{page}}}]}}"""
            : $$"""{"RequestId":"r","TotalCount":"{{all.Count}}","NextToken":"{{next}}","TrafficMirrorSessions":[{{page}}]}""";
        return Spoil(from / size, body);
    }
}
