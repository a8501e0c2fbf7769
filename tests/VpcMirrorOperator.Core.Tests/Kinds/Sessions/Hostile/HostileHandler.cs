using System.Net;

namespace VpcMirrorOperator.Core.Tests.Kinds.Sessions.Hostile;

/// <summary>Between the client and an emulated cloud: spoils a part of the replies, and keeps what was sent and answered.</summary>
internal sealed class HostileHandler(HttpMessageHandler cloud, Random random) : DelegatingHandler(cloud)
{
    private static readonly HttpStatusCode[] Refusals =
    [
        HttpStatusCode.BadRequest, HttpStatusCode.Forbidden, HttpStatusCode.TooManyRequests, HttpStatusCode.InternalServerError,
        HttpStatusCode.ServiceUnavailable, HttpStatusCode.NotFound,
    ];

    private static readonly string[] Codes =
    [
        "Throttling.User", "Forbidden.RAM", "InvalidSecurityToken.Expired", "SignatureDoesNotMatch", "QuotaExceeded.TrafficMirrorSource",
        "IncorrectStatus.TrafficMirrorSession", "ResourceNotFound.TrafficMirrorSession", "ResourceNotFound.NetworkInterface", "Odd.Code",
        "LastTokenProcessing", "InternalError", "OperationFailed.ServiceNotOpened",
    ];

    /// <summary>False: the cloud answers as it should from now on.</summary>
    public bool IsHostile { get; set; } = true;

    /// <summary>The bodies of all lists that were delivered with status 200, oldest first.</summary>
    public List<string> Lists { get; } = [];

    /// <summary>Queries of the writes that were sent.</summary>
    public List<string> Writes { get; } = [];

    /// <summary>Signatures of the requests: no text that people see may have one.</summary>
    public List<string> Signatures { get; } = [];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var authorization = request.Headers.GetValues("Authorization").Single();
        Signatures.Add(authorization[(authorization.LastIndexOf('=') + 1)..]);
        var isList = request.Headers.GetValues("x-acs-action").Single() == "ListTrafficMirrorSessions";
        if (!isList) Writes.Add(Uri.UnescapeDataString(request.RequestUri!.Query));
        var response = await Answer(request, authorization, cancellationToken);
        if (isList && response.IsSuccessStatusCode) Lists.Add(await response.Content.ReadAsStringAsync(cancellationToken));
        return response;
    }

    private async Task<HttpResponseMessage> Answer(HttpRequestMessage request, string authorization, CancellationToken cancellationToken)
    {
        if (IsHostile && random.Next(8) == 0) return Refusal(authorization);
        var response = await base.SendAsync(request, cancellationToken);
        if (!IsHostile || random.Next(3) > 0) return response;
        var body = await response.Content.ReadAsStringAsync(cancellationToken);
        response.Content = new ByteArrayContent(HostileReplies.Spoil(body, authorization, random));
        return response;
    }

    private HttpResponseMessage Refusal(string authorization)
    {
        var code = Codes[random.Next(Codes.Length)];
        var message = $"no: {authorization} eni-0001 {new string('m', random.Next(2000))}";
        var body = $$"""{"Code":"{{code}}","Message":"{{message}}","RequestId":"r"}""";
        var refusal = new HttpResponseMessage(Refusals[random.Next(Refusals.Length)])
        {
            Content = new ByteArrayContent(HostileReplies.Spoil(body, authorization, random)),
        };
        if (random.Next(4) == 0) refusal.Headers.TryAddWithoutValidation("x-acs-retry-after", $"{random.NextInt64()}");
        return refusal;
    }
}
