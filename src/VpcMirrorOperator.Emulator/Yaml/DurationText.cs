using System.Globalization;
using System.Text.RegularExpressions;

namespace VpcMirrorOperator.Emulator.Yaml;

/// <summary>Durations as people write them: <c>500ms</c>, <c>3s</c>, <c>1.5m</c>, <c>2h</c>.</summary>
internal static partial class DurationText
{
    internal static TimeSpan? Parse(string text)
    {
        if (!Pattern.IsMatch(text)) return null;
        var unit = text.AsSpan(text.AsSpan().IndexOfAnyInRange('a', 'z'));
        var number = decimal.Parse(text.AsSpan(0, text.Length - unit.Length), CultureInfo.InvariantCulture);
        var ticks = number * unit switch
        {
            "ms" => TimeSpan.TicksPerMillisecond,
            "s" => TimeSpan.TicksPerSecond,
            "m" => TimeSpan.TicksPerMinute,
            _ => TimeSpan.TicksPerHour,
        };
        return TimeSpan.FromTicks((long)ticks);
    }

    internal static string Format(TimeSpan value)
    {
        if (value.Ticks % TimeSpan.TicksPerMillisecond != 0)
            return ((decimal)value.Ticks / TimeSpan.TicksPerMillisecond).ToString("0.####", CultureInfo.InvariantCulture) + "ms";
        var (unit, suffix) = value.Ticks switch
        {
            0 => (TimeSpan.TicksPerSecond, "s"),
            var t when t % TimeSpan.TicksPerHour == 0 => (TimeSpan.TicksPerHour, "h"),
            var t when t % TimeSpan.TicksPerMinute == 0 => (TimeSpan.TicksPerMinute, "m"),
            var t when t % TimeSpan.TicksPerSecond == 0 => (TimeSpan.TicksPerSecond, "s"),
            _ => (TimeSpan.TicksPerMillisecond, "ms"),
        };
        return (value.Ticks / unit).ToString(CultureInfo.InvariantCulture) + suffix;
    }

    /// <summary>The JSON schema of the seed has the same expression.</summary>
    [GeneratedRegex(@"^[0-9]{1,8}(\.[0-9]{1,7})?(ms|s|m|h)\z")]
    private static partial Regex Pattern { get; }
}
