using VpcMirrorOperator.Api.Json;

namespace VpcMirrorOperator.Manifests;

/// <summary>Reads a duration with an upper bound.</summary>
internal static class DurationReader
{
    /// <summary>The duration; null when it is absent or wrong.</summary>
    /// <param name="reader">The mapping.</param>
    /// <param name="field">Its field.</param>
    /// <param name="longest">The longest that is allowed.</param>
    public static TimeSpan? Read(MapReader reader, string field, TimeSpan longest)
    {
        if (reader.Text(field) is not { } text) return null;
        if (GoDuration.TryParse(text, out var duration) && duration <= longest) return duration;
        reader.Wrong(field, $"\"{text}\" is not a duration of at most {GoDuration.Format(longest)}", "Write for example 90s, 5m or 1h30m.");
        return null;
    }
}
