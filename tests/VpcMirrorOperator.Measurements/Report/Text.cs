using System.Globalization;

namespace VpcMirrorOperator.Measurements.Report;

/// <summary>Numbers as the table shows them.</summary>
internal static class Text
{
    /// <summary>Millions of bytes.</summary>
    public static string Megabytes(long bytes) => Of($"{bytes / 1e6:0.0} MB");

    /// <summary>Thousands of bytes.</summary>
    public static string Kilobytes(long bytes) => Of($"{bytes / 1e3:0.0} kB");

    public static string Seconds(TimeSpan time) => Of($"{time.TotalSeconds:0.00} s");

    /// <summary>The middle one of several times, and the longest.</summary>
    public static string Seconds(IReadOnlyCollection<TimeSpan> times) =>
        Of($"{Seconds(times.Order().ElementAt(times.Count / 2))} (longest of {times.Count}: {Seconds(times.Max())})");

    public static string Of(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
