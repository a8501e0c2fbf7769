using System.Collections.Concurrent;
using System.Net;
using System.Web;

namespace VpcMirrorOperator.Measurements.World;

/// <summary>
/// Passes calls on to the emulator until told to give the longest answer of each region again: from then on, an emulator in the same
/// process allocates nothing, and what is counted is the operator's.
/// </summary>
internal sealed class ReplayingCloud(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private readonly ConcurrentDictionary<string, byte[]> _answers = new();
    private volatile bool _replaying;

    public void Replay() => _replaying = true;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var region = HttpUtility.ParseQueryString(request.RequestUri!.Query)["RegionId"] ?? "";
        if (_replaying) return new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(_answers[region]) };
        var response = await base.SendAsync(request, cancellationToken);
        await response.Content.LoadIntoBufferAsync(cancellationToken);
        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        _answers.AddOrUpdate(region, body, (_, longest) => body.Length > longest.Length ? body : longest);
        return response;
    }
}
