using System.Buffers;

namespace VpcMirrorOperator.Kubernetes.Client;

/// <summary>
/// Takes <c>metadata.managedFields</c> out of an object's JSON before it is read. That field is often half of an object, nothing here reads
/// it, and a reader of JSON passes over it token by token. Pure.
/// </summary>
/// <remarks>
/// A quote within a JSON text has a backslash, so the name with its quotes and the colon is found as a field only; no kind has one of this
/// name that it reads. What is not written as API servers write it, without blanks, stays as it is.
/// </remarks>
internal static class ManagedFields
{
    private static ReadOnlySpan<byte> Name => "\"managedFields\":"u8;

    /// <summary>Reads the object without the field.</summary>
    /// <param name="json">The object.</param>
    /// <param name="read">Reads it; may be given <paramref name="json"/> itself.</param>
    /// <param name="with">Given on to <paramref name="read"/>.</param>
    /// <returns>What <paramref name="read"/> gave.</returns>
    public static TResult Without<TArgument, TResult>(
        ReadOnlySpan<byte> json, Func<ReadOnlySpan<byte>, TArgument, TResult> read, TArgument with)
    {
        var (start, length) = Find(json);
        if (length == 0) return read(json, with);
        var size = json.Length - length;
        var rest = ArrayPool<byte>.Shared.Rent(size);
        try
        {
            json[..start].CopyTo(rest);
            json[(start + length)..].CopyTo(rest.AsSpan(start));
            return read(rest.AsSpan(0, size), with);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rest);
        }
    }

    /// <summary>Where the field is, with one of the commas around it; a length of 0 when it is not there or stands alone.</summary>
    internal static (int Start, int Length) Find(ReadOnlySpan<byte> json)
    {
        var start = json.IndexOf(Name);
        if (start <= 0) return default;
        var value = json[(start + Name.Length)..];
        if (value.IsEmpty || value[0] != '[') return default;
        var length = default(JsonFrame).Scan(value);
        if (length <= 0 || length >= value.Length) return default;
        var whole = Name.Length + length;
        if (value[length] == ',') return (start, whole + 1);
        return json[start - 1] == ',' ? (start - 1, whole + 1) : default;
    }
}
