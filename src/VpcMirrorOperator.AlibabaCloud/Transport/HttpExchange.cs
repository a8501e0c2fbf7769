using VpcMirrorOperator.AlibabaCloud.Errors;

namespace VpcMirrorOperator.AlibabaCloud.Transport;

/// <summary>Sends one request and reads its whole answer within one time limit. No retry, no interpretation of the answer.</summary>
internal sealed class HttpExchange(HttpMessageInvoker http, TimeProvider time, int maxReplyBytes)
{
    /// <summary>An answer of an API is a few hundred KiB at most (100 sessions per page).</summary>
    public const int DefaultMaxReplyBytes = 16 * 1024 * 1024;

    /// <summary>The answer, whatever its status.</summary>
    /// <exception cref="CloudException">No complete answer: one of <see cref="ClientErrorCodes"/>.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up by <paramref name="ct"/>.</exception>
    public async Task<HttpReply> SendAsync(HttpRequestMessage request, string action, TimeSpan limit, CancellationToken ct)
    {
        using var timeout = new CancellationTokenSource(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, timeout.Token);
        try
        {
            using var response = await http.SendAsync(request, either.Token);
            var body = await CappedBody.ReadAsync(response.Content, maxReplyBytes, either.Token);
            return new((int)response.StatusCode, RetryAfterHeader.Read(response.Headers), body);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            throw new OperationCanceledException(ct);
        }
        catch (Exception e) when (TransportFailure.IsKnown(e))
        {
            throw TransportFailure.ToCloudException(e, action, request.RequestUri!.Authority, limit, timeout.IsCancellationRequested);
        }
    }
}
