using VpcMirrorOperator.AlibabaCloud.Errors;

namespace VpcMirrorOperator.AlibabaCloud.Transport;

/// <summary>
/// Sends one request and reads its whole answer within one time limit. No retry, no interpretation of the answer. The request carries a
/// <see cref="SendDeadline"/>, so that nothing of it leaves once the limit has passed and the caller was told that it failed.
/// </summary>
internal sealed class HttpExchange(HttpMessageInvoker http, TimeProvider time, int maxReplyBytes)
{
    /// <summary>An answer of an API is a few hundred KiB at most (100 sessions per page).</summary>
    public const int DefaultMaxReplyBytes = 16 * 1024 * 1024;

    /// <summary>The answer, whatever its status.</summary>
    /// <param name="request">What is sent.</param>
    /// <param name="action">Name of the operation, for errors.</param>
    /// <param name="limit">From now to the last byte of the answer.</param>
    /// <param name="deadline">When sending must have begun, if that is earlier.</param>
    /// <param name="cancellationToken">Ends the exchange.</param>
    /// <exception cref="CloudException">No complete answer: one of <see cref="ClientErrorCodes"/>.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up by <paramref name="cancellationToken"/>.</exception>
    public async Task<HttpReply> SendAsync(
        HttpRequestMessage request, string action, TimeSpan limit, SendDeadline? deadline, CancellationToken cancellationToken)
    {
        request.Options.Set(SendDeadline.Key, new(time, limit, deadline));
        using var timeout = new CancellationTokenSource(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            using var response = await http.SendAsync(request, either.Token);
            var body = await CappedBody.ReadAsync(response.Content, maxReplyBytes, either.Token);
            return new((int)response.StatusCode, RetryAfterHeader.Read(response.Headers), body);
        }
        catch (OperationCanceledException e) when (cancellationToken.IsCancellationRequested && !SendDeadlinePassedException.IsCauseOf(e))
        {
            throw new OperationCanceledException(cancellationToken);
        }
        catch (Exception e) when (TransportFailure.IsKnown(e))
        {
            throw TransportFailure.ToCloudException(e, action, request.RequestUri!.Authority, limit, timeout.IsCancellationRequested);
        }
    }
}
