using System.Buffers;

namespace VpcMirrorOperator.AlibabaCloud.Transport;

/// <summary>
/// Reads a body into memory up to a limit, so that a wrong peer cannot fill the memory. The memory is rented: an answer about a hundred
/// sessions is some 70 KB, and one comes after the other.
/// </summary>
internal static class CappedBody
{
    private const int FirstBytes = 16 * 1024;

    /// <summary>
    /// The whole body in rented memory, or null when it is longer than <paramref name="maxBytes"/>; the rest is then not read.
    /// </summary>
    public static async Task<ArraySegment<byte>?> ReadAsync(HttpContent content, int maxBytes, CancellationToken cancellationToken)
    {
        if (content.Headers.ContentLength > maxBytes) return null;
        using var stream = await content.ReadAsStreamAsync(cancellationToken);
        var body = ArrayPool<byte>.Shared.Rent((int)(content.Headers.ContentLength + 1 ?? FirstBytes));
        var length = 0;
        for (int read; (read = await stream.ReadAsync(Room(body, length, maxBytes), cancellationToken)) > 0;)
        {
            length += read;
            if (length == body.Length) body = Grown(body);
            if (length <= maxBytes) continue;
            Return(body);
            return null;
        }
        return new(body, 0, length);
    }

    /// <summary>Gives the memory back. It may hold keys, so it is cleared.</summary>
    public static void Return(byte[] body) => ArrayPool<byte>.Shared.Return(body, clearArray: true);

    /// <summary>What is left of the memory, and no more than one byte beyond the limit.</summary>
    private static Memory<byte> Room(byte[] body, int length, int maxBytes) =>
        body.AsMemory(length, Math.Min(body.Length, maxBytes + 1) - length);

    private static byte[] Grown(byte[] body)
    {
        var grown = ArrayPool<byte>.Shared.Rent(body.Length * 2);
        body.CopyTo(grown, 0);
        Return(body);
        return grown;
    }
}
