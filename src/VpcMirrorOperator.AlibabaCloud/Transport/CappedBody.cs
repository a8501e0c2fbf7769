namespace VpcMirrorOperator.AlibabaCloud.Transport;

/// <summary>Reads a body into memory up to a limit, so that a wrong peer cannot fill the memory.</summary>
internal static class CappedBody
{
    /// <summary>The whole body, or null when it is longer than <paramref name="maxBytes"/>; the rest is then not read.</summary>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpContent content, int maxBytes, CancellationToken cancellationToken)
    {
        if (content.Headers.ContentLength > maxBytes) return null;
        using var stream = await content.ReadAsStreamAsync(cancellationToken);
        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        for (int read; (read = await stream.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            if (body.Length + read > maxBytes) return null;
            body.Write(buffer, 0, read);
        }
        return body.ToArray();
    }
}
