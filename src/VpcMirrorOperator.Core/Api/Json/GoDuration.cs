using System.Buffers;
using System.Globalization;
using System.Text;

namespace VpcMirrorOperator.Api.Json;

/// <summary>
/// Durations as Kubernetes writes them: Go's <c>time.ParseDuration</c> syntax, for example <c>90s</c>, <c>5m</c>, <c>1h30m</c> or
/// <c>1.5h</c>.
/// </summary>
/// <remarks>Negative durations are refused: no field here has a use for one.</remarks>
public static class GoDuration
{
    private static readonly SearchValues<char> NumberCharacters = SearchValues.Create("0123456789.");

    private static readonly (string Unit, decimal Ticks)[] Units =
    [
        // Longer names first: "ms" must not be read as "m" followed by a stray "s".
        ("ns", 0.01m), ("us", TimeSpan.TicksPerMicrosecond), ("µs", TimeSpan.TicksPerMicrosecond), ("ms", TimeSpan.TicksPerMillisecond),
        ("s", TimeSpan.TicksPerSecond), ("m", TimeSpan.TicksPerMinute), ("h", TimeSpan.TicksPerHour),
    ];

    /// <summary>Reads a duration; digits below 100 ns are dropped.</summary>
    /// <param name="text">One or more numbers, each with its unit, or a bare <c>0</c>.</param>
    /// <param name="duration">The duration, zero or more.</param>
    /// <returns>False when the text is not such a duration or does not fit a <see cref="TimeSpan"/>.</returns>
    public static bool TryParse(string? text, out TimeSpan duration)
    {
        duration = TimeSpan.Zero;
        if (string.IsNullOrEmpty(text)) return false;
        if (text == "0") return true;
        var ticks = 0m;
        for (var rest = text.AsSpan(); !rest.IsEmpty;)
        {
            if (!TryTakePart(ref rest, out var part)) return false;
            ticks += part;
        }

        if (ticks > TimeSpan.MaxValue.Ticks) return false;
        duration = TimeSpan.FromTicks((long)ticks);
        return true;
    }

    /// <summary>The shortest text that reads back as the same duration, for example <c>5m</c>, <c>1h30m</c>, <c>1.5s</c>.</summary>
    /// <param name="duration">Zero or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The duration is negative.</exception>
    public static string Format(TimeSpan duration)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(duration, TimeSpan.Zero);
        if (duration == TimeSpan.Zero) return "0s";
        var text = new StringBuilder();
        if (duration.Ticks >= TimeSpan.TicksPerHour)
            text.Append(CultureInfo.InvariantCulture, $"{duration.Ticks / TimeSpan.TicksPerHour}h");
        if (duration.Minutes > 0) text.Append(CultureInfo.InvariantCulture, $"{duration.Minutes}m");
        var seconds = duration.Ticks % TimeSpan.TicksPerMinute / (decimal)TimeSpan.TicksPerSecond;
        if (seconds > 0) text.Append(CultureInfo.InvariantCulture, $"{seconds:0.#######}s");
        return text.ToString();
    }

    private static bool TryTakePart(ref ReadOnlySpan<char> rest, out decimal ticks)
    {
        ticks = 0;
        var length = rest.IndexOfAnyExcept(NumberCharacters);
        // 12 characters are more than any sensible duration needs and keep the product inside a decimal.
        if (length is < 1 or > 12) return false;
        if (!decimal.TryParse(rest[..length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)) return false;
        rest = rest[length..];
        foreach (var (unit, size) in Units)
        {
            if (!rest.StartsWith(unit, StringComparison.Ordinal)) continue;
            rest = rest[unit.Length..];
            ticks = number * size;
            return true;
        }

        return false;
    }
}
