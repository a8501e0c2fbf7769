using VpcMirrorOperator.Api.Json;
using VpcMirrorOperator.Api.Shared;

namespace VpcMirrorOperator.Manifests;

/// <summary>Reads <c>driftCheckInterval</c>, which kinds have that observe the cloud.</summary>
internal static class DriftIntervalReader
{
    private const string Field = "driftCheckInterval";

    /// <summary>The interval; null when it is absent or wrong.</summary>
    public static TimeSpan? Read(MapReader spec)
    {
        if (spec.Text(Field) is not { } text) return null;
        if (!GoDuration.TryParse(text, out var interval))
        {
            spec.Wrong(Field, $"\"{text}\" is not a duration", "Write for example 90s, 5m or 1h30m.");
            return null;
        }

        var (floor, ceiling) = (DriftCheckLimits.Shortest, DriftCheckLimits.Longest);
        if (interval < floor) spec.Wrong(Field, $"{text} is too often", $"Write {GoDuration.Format(floor)} or more.");
        if (interval > ceiling) spec.Wrong(Field, $"{text} is too seldom", $"Write {GoDuration.Format(ceiling)} or less.");
        return interval;
    }
}
