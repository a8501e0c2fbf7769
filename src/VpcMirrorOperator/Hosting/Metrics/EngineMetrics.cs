using Prometheus;
using VpcMirrorOperator.Api;
using VpcMirrorOperator.Sessions;

namespace VpcMirrorOperator.Hosting.Metrics;

/// <summary>What the engine of this process has done.</summary>
internal sealed class EngineMetrics(IMetricFactory factory) : ISessionMetrics
{
    private readonly Counter operations = factory.CreateCounter("vpcmirror_operations_total", "Writes to source lists that have ended.", ["verb", "result"]);

    private readonly Histogram seconds = factory.CreateHistogram(
        "vpcmirror_operation_duration_seconds", "From the latest attempt of a write to the look that found its end.", ["verb"],
        new HistogramConfiguration { Buckets = [0.5, 1, 2, 4, 8, 15, 30, 60, 120, 300, 600] });

    private readonly Counter drifts = factory.CreateCounter("vpcmirror_drift_total", "Times that somebody else's change of the sources was found.");
    private readonly Counter holds = factory.CreateCounter("vpcmirror_holds_total", "Times that a guard began to hold a plan.", ["reason"]);

    /// <inheritdoc/>
    public void OperationEnded(OperationVerb verb, bool succeeded, TimeSpan duration)
    {
        var label = verb == OperationVerb.Add ? "add" : "remove";
        operations.WithLabels(label, succeeded ? "success" : "failure").Inc();
        seconds.WithLabels(label).Observe(duration.TotalSeconds);
    }

    /// <inheritdoc/>
    public void DriftSeen() => drifts.Inc();

    /// <inheritdoc/>
    public void Held(string reason) => holds.WithLabels(reason).Inc();
}
