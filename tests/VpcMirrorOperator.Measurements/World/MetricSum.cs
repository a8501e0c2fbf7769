using System.Globalization;

namespace VpcMirrorOperator.Measurements.World;

/// <summary>Reads a page of metrics.</summary>
internal static class MetricSum
{
    /// <summary>
    /// Reconciles that went through. Those that only asked for a reading, and came back when it was there, are not counted twice.
    /// </summary>
    public static double Reconciles(string page) =>
        Of(page, "controller_runtime_reconcile_total")
        - Of(string.Join('\n', page.Split('\n').Where(line => line.Contains("result=\"requeue\"", StringComparison.Ordinal))),
            "controller_runtime_reconcile_total");

    /// <summary>The sum of a metric over all of its labels; 0 when it is absent.</summary>
    public static double Of(string page, string metric) => page.Split('\n')
        .Where(line => line.StartsWith(metric + "{", StringComparison.Ordinal) || line.StartsWith(metric + " ", StringComparison.Ordinal))
        .Sum(line => double.Parse(line[(line.LastIndexOf(' ') + 1)..], CultureInfo.InvariantCulture));
}
