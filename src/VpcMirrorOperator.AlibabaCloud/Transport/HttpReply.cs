namespace VpcMirrorOperator.AlibabaCloud.Transport;

/// <summary>A complete answer.</summary>
/// <param name="Status">HTTP status code.</param>
/// <param name="RetryAfter">From the header <c>x-acs-retry-after</c>, only when positive.</param>
/// <param name="Body">The body; null when it exceeded the limit.</param>
internal sealed record HttpReply(int Status, TimeSpan? RetryAfter, ReadOnlyMemory<byte>? Body)
{
    /// <summary>Whether the status is 2xx.</summary>
    public bool IsSuccess => Status is >= 200 and < 300;
}
