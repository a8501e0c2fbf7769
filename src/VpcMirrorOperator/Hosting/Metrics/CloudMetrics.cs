using Prometheus;
using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.AlibabaCloud.Rpc;

namespace VpcMirrorOperator.Hosting.Metrics;

/// <summary>Calls to the cloud.</summary>
internal sealed class CloudMetrics(IMetricFactory factory) : IRpcMetrics
{
    private const int MostCodes = 200;

    private readonly Counter calls = factory.CreateCounter("vpcmirror_cloud_calls_total", "Calls to the cloud; code is OK or the error code.", ["action", "code"]);
    private readonly Counter throttles = factory.CreateCounter("vpcmirror_cloud_throttles_total", "Calls that the cloud throttled.", ["action"]);
    private readonly Histogram seconds = factory.CreateHistogram("vpcmirror_cloud_call_duration_seconds", "Length of calls to the cloud.", ["action"]);
    private readonly Gauge expiration = factory.CreateGauge(
        "vpcmirror_credentials_expiration_timestamp_seconds", "When the keys of the latest call end; absent while they do not.",
        new GaugeConfiguration { SuppressInitialValue = true });

    private readonly HashSet<string> codes = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public void Attempted(string action, string? code, TimeSpan took)
    {
        calls.WithLabels(action, Bounded(code ?? "OK")).Inc();
        seconds.WithLabels(action).Observe(took.TotalSeconds);
        if (code is not null && CloudErrorClassifier.IsThrottling(code)) throttles.WithLabels(action).Inc();
    }

    /// <inheritdoc/>
    public void Signing(DateTimeOffset? expiration)
    {
        if (expiration is { } end) this.expiration.Set(end.ToUnixTimeSeconds());
        else this.expiration.Unpublish();
    }

    /// <summary>The cloud may say anything, and each new word would be one more time series.</summary>
    private string Bounded(string code)
    {
        lock (codes) return codes.Contains(code) || (codes.Count < MostCodes && codes.Add(code)) ? code : "other";
    }
}
