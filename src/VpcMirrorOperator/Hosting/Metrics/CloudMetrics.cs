using Prometheus;
using VpcMirrorOperator.AlibabaCloud.Errors;

namespace VpcMirrorOperator.Hosting.Metrics;

/// <summary>Calls to the cloud.</summary>
internal sealed class CloudMetrics(IMetricFactory factory)
{
    private const int MostCodes = 200;

    private readonly Counter calls = factory.CreateCounter("vpcmirror_cloud_calls_total", "Calls to the cloud; code is OK or the error code.", ["action", "code"]);
    private readonly Counter throttles = factory.CreateCounter("vpcmirror_cloud_throttles_total", "Calls that the cloud throttled.", ["action"]);
    private readonly Histogram seconds = factory.CreateHistogram("vpcmirror_cloud_call_duration_seconds", "Length of calls to the cloud.", ["action"]);
    private readonly HashSet<string> codes = new(StringComparer.Ordinal);

    /// <summary>One call has ended.</summary>
    /// <param name="action">For example <c>ListTrafficMirrorSessions</c>.</param>
    /// <param name="code">The error code, or <c>OK</c>.</param>
    /// <param name="took">How long it took.</param>
    public void Count(string action, string code, TimeSpan took)
    {
        calls.WithLabels(action, Bounded(code)).Inc();
        seconds.WithLabels(action).Observe(took.TotalSeconds);
        if (CloudErrorClassifier.IsThrottling(code)) throttles.WithLabels(action).Inc();
    }

    /// <summary>The cloud may say anything, and each new word would be one more time series.</summary>
    private string Bounded(string code)
    {
        lock (codes) return codes.Contains(code) || (codes.Count < MostCodes && codes.Add(code)) ? code : "other";
    }
}
