using VpcMirrorOperator.AlibabaCloud.Credentials;
using VpcMirrorOperator.AlibabaCloud.Signing;

namespace VpcMirrorOperator.AlibabaCloud.Rpc;

/// <summary>
/// Turns an operation into the HTTP request that the current official SDK would send: POST, all parameters in the query, no body.
/// </summary>
internal static class SignedRequest
{
    /// <summary>A request with fresh date and nonce. It must be sent at once and once only.</summary>
    public static HttpRequestMessage Create<TResponse>(
        IRpcRequest<TResponse> request,
        Uri endpoint,
        CloudCredentials credentials,
        DateTimeOffset now,
        string nonce)
        where TResponse : IRpcResponse
    {
        var parameters = new RpcParameters();
        request.WriteParameters(parameters);
        var headers = Acs3Headers.Create(endpoint.Authority, request.Action, request.Version, now, nonce, credentials);
        var canonical = CanonicalRequest.Build("POST", "/", parameters.Items, headers, Acs3Signature.EmptyPayloadHash);

        var address = new Uri(parameters.ToQuery($"{endpoint.GetLeftPart(UriPartial.Authority)}/?"));
        var message = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new ByteArrayContent([]),
        };
        foreach (var (name, value) in headers)
            message.Headers.TryAddWithoutValidation(name, value);
        message.Headers.TryAddWithoutValidation("accept", "application/json");
        message.Headers.TryAddWithoutValidation("user-agent", "VpcMirrorOperator");
        message.Headers.TryAddWithoutValidation(
            "Authorization", Acs3Signature.Authorization(canonical, credentials.AccessKeyId, credentials.AccessKeySecret));
        return message;
    }
}
