using System.Globalization;

namespace VpcMirrorOperator.Commands;

/// <summary>Durations for people.</summary>
internal static class ReadableDuration
{
    /// <summary>Minutes and seconds, for example <c>1 min 50 s</c>; rounded up to whole seconds.</summary>
    public static string Of(TimeSpan duration)
    {
        var seconds = (long)Math.Ceiling(duration.TotalSeconds);
        var (minutes, rest) = (seconds / 60, seconds % 60);
        if (minutes == 0) return string.Create(CultureInfo.InvariantCulture, $"{rest} s");
        return rest == 0
            ? string.Create(CultureInfo.InvariantCulture, $"{minutes} min")
            : string.Create(CultureInfo.InvariantCulture, $"{minutes} min {rest} s");
    }
}
