using System.Globalization;

namespace VpcMirrorOperator.Output;

/// <summary>How long ago something was, in kubectl's words. Pure.</summary>
internal static class Age
{
    /// <summary>Such as <c>45s</c>, <c>3m20s</c>, <c>25m</c>, <c>4h10m</c>, <c>30h</c>, <c>12d</c>; a time to come is <c>0s</c>.</summary>
    public static string Of(TimeSpan age) => age switch
    {
        { TotalMinutes: < 2 } => Text(Math.Max(0, (long)age.TotalSeconds), "s"),
        { TotalMinutes: < 10 } => Text((long)age.TotalMinutes, "m") + Rest(age.Seconds, "s"),
        { TotalHours: < 3 } => Text((long)age.TotalMinutes, "m"),
        { TotalHours: < 8 } => Text((long)age.TotalHours, "h") + Rest(age.Minutes, "m"),
        { TotalHours: < 48 } => Text((long)age.TotalHours, "h"),
        _ => Text((long)age.TotalDays, "d"),
    };

    private static string Rest(long number, string unit) => number == 0 ? "" : Text(number, unit);

    private static string Text(long number, string unit) => number.ToString(CultureInfo.InvariantCulture) + unit;
}
