using Prometheus;
using VpcMirrorOperator.Kubernetes.Client;

namespace VpcMirrorOperator.Hosting.Metrics;

/// <summary><c>rest_client_*</c>: requests to the API server.</summary>
internal sealed class RequestMetrics(IMetricFactory factory) : IRequestMetrics
{
    private readonly Counter _total = factory.CreateCounter(
        "rest_client_requests_total", "Requests to the API server.", ["code", "method", "host"]);

    private readonly Histogram _seconds = factory.CreateHistogram(
        "rest_client_request_duration_seconds", "Length of requests to the API server.", ["verb", "host"]);

    /// <inheritdoc/>
    public void Completed(string code, string verb, string host, TimeSpan duration)
    {
        _total.WithLabels(code, verb, host).Inc();
        _seconds.WithLabels(verb, host).Observe(duration.TotalSeconds);
    }
}
