using System.Text.Json;

namespace VpcMirrorOperator.AlibabaCloud.Json;

/// <summary>Reads a list of ids that are nothing but ids.</summary>
internal static class PackedIdsReader
{
    /// <summary>Enough for the ten sources that a session has by default.</summary>
    private const int UsualBytes = 512;

    /// <summary>The ids of the array at which the reader stands.</summary>
    /// <returns>Null, and the reader has not moved, when an element is anything else.</returns>
    public static PackedIds? Read(ref Utf8JsonReader reader)
    {
        var ahead = reader;
        var ids = new PackedIdsBuilder(stackalloc byte[UsualBytes]);
        try
        {
            while (ahead.Read() && ahead.TokenType != JsonTokenType.EndArray)
                if (!IsPlain(ahead) || !ids.TryAdd(ahead.ValueSpan)) return null;
            reader = ahead;
            return ids.Build();
        }
        finally
        {
            ids.Dispose();
        }
    }

    private static bool IsPlain(in Utf8JsonReader reader) =>
        reader is { TokenType: JsonTokenType.String, HasValueSequence: false, ValueIsEscaped: false };
}
