namespace VpcMirrorOperator.AlibabaCloud.Transport;

/// <summary>A complete answer. Disposing of it gives the memory of the body back; who keeps the body does not.</summary>
/// <param name="status">HTTP status code.</param>
/// <param name="retryAfter">From the header <c>x-acs-retry-after</c>, only when positive.</param>
/// <param name="body">The body, from <see cref="CappedBody"/>; null when it exceeded the limit.</param>
internal sealed class HttpReply(int status, TimeSpan? retryAfter, ArraySegment<byte>? body) : IDisposable
{
    private ArraySegment<byte>? _body = body;

    public int Status => status;

    public TimeSpan? RetryAfter => retryAfter;

    /// <summary>The body; null when it exceeded the limit. Not to be read after <see cref="Dispose"/>.</summary>
    public ReadOnlyMemory<byte>? Body => _body is { } read ? (ReadOnlyMemory<byte>)read : null;

    /// <summary>Whether the status is 2xx.</summary>
    public bool IsSuccess => Status is >= 200 and < 300;

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_body is { Array: { } rented }) CappedBody.Return(rented);
        _body = null;
    }
}
