using System.Globalization;

namespace VpcMirrorOperator.Measurements.World;

/// <summary>Reads a page of metrics.</summary>
internal static class MetricSum
{
    /// <summary>The sum of a metric over all of its labels; 0 when it is absent.</summary>
    public static double Of(string page, string metric) => page.Split('\n')
        .Where(line => line.StartsWith(metric + "{", StringComparison.Ordinal) || line.StartsWith(metric + " ", StringComparison.Ordinal))
        .Sum(line => double.Parse(line[(line.LastIndexOf(' ') + 1)..], CultureInfo.InvariantCulture));
}
