using Prometheus;
using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.AlibabaCloud.Rpc;

namespace VpcMirrorOperator.Hosting.Metrics;

/// <summary>Calls to the cloud.</summary>
internal sealed class CloudMetrics : IRpcMetrics
{
    private const int MostCodes = 200;

    private readonly Counter _calls;
    private readonly Counter _throttles;
    private readonly Histogram _seconds;
    private readonly Gauge _expiration;
    private readonly HashSet<string> _codes = new(StringComparer.Ordinal);

    public CloudMetrics(IMetricFactory factory)
    {
        _calls = factory.CreateCounter(
            "vpcmirror_cloud_calls_total", "Calls to the cloud; code is OK or the error code.", ["action", "code"]);
        _throttles = factory.CreateCounter("vpcmirror_cloud_throttles_total", "Calls that the cloud throttled.", ["action"]);
        _seconds = factory.CreateHistogram("vpcmirror_cloud_call_duration_seconds", "Length of calls to the cloud.", ["action"]);
        _expiration = factory.CreateGauge(
            "vpcmirror_credentials_expiration_timestamp_seconds",
            "When the credentials of the latest call expire, in Unix time; absent while they do not.",
            new GaugeConfiguration { SuppressInitialValue = true });
        BeginAtZero();
    }

    /// <inheritdoc/>
    public void Attempted(string action, string? code, TimeSpan took)
    {
        _calls.WithLabels(action, Bounded(code ?? "OK")).Inc();
        _seconds.WithLabels(action).Observe(took.TotalSeconds);
        if (code is not null && CloudErrorCodes.IsThrottling(code)) _throttles.WithLabels(action).Inc();
    }

    /// <inheritdoc/>
    public void Signing(DateTimeOffset? expiration)
    {
        if (expiration is { } end) _expiration.Set(end.ToUnixTimeSeconds());
        else _expiration.Unpublish();
    }

    /// <summary>The cloud may say anything, and each new word would be one more time series.</summary>
    private string Bounded(string code)
    {
        lock (_codes) return _codes.Contains(code) || (_codes.Count < MostCodes && _codes.Add(code)) ? code : "other";
    }

    /// <summary>A series that begins with its first event would hide that event from <c>increase()</c>.</summary>
    private void BeginAtZero()
    {
        foreach (var action in new[]
        {
            "ListTrafficMirrorSessions",
            "AddSourcesToTrafficMirrorSession",
            "RemoveSourcesFromTrafficMirrorSession",
        })
        {
            _calls.WithLabels(action, "OK");
            _throttles.WithLabels(action);
            _seconds.WithLabels(action);
        }
    }
}
