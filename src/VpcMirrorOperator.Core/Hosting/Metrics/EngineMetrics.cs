using Prometheus;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Kinds.Sessions;

namespace VpcMirrorOperator.Hosting.Metrics;

/// <summary>What the engine of this process has done.</summary>
internal sealed class EngineMetrics : ISessionMetrics
{
    private readonly Counter operations;
    private readonly Histogram seconds;
    private readonly Counter drifts;
    private readonly Counter contests;
    private readonly Counter holds;

    public EngineMetrics(IMetricFactory factory)
    {
        operations = factory.CreateCounter("vpcmirror_operations_total", "Writes to source lists that have ended.", ["verb", "result"]);
        seconds = factory.CreateHistogram(
            "vpcmirror_operation_duration_seconds", "From the latest attempt of a write to the look that found its end.", ["verb"],
            new HistogramConfiguration { Buckets = [0.5, 1, 2, 4, 8, 15, 30, 60, 120, 300, 600] });
        drifts = factory.CreateCounter("vpcmirror_drift_total", "Times that somebody else's change of the sources was found.");
        contests = factory.CreateCounter("vpcmirror_contests_total", "Times that another writer was found to take the same changes back again and again.");
        holds = factory.CreateCounter("vpcmirror_holds_total", "Times that a guard began to hold a plan.", ["reason"]);
        BeginAtZero();
    }

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
    public void Contested() => contests.Inc();

    /// <inheritdoc/>
    public void Held(string reason) => holds.WithLabels(reason).Inc();

    /// <summary>A series that begins with its first event would hide that event from <c>increase()</c>.</summary>
    private void BeginAtZero()
    {
        foreach (var verb in new[] { "add", "remove" })
        {
            seconds.WithLabels(verb);
            foreach (var result in new[] { "success", "failure" }) operations.WithLabels(verb, result);
        }

        foreach (var reason in new[] { Reasons.EmptySourceList, Reasons.MaxRemovalsExceeded, Reasons.WouldEmptySession }) holds.WithLabels(reason);
    }
}
