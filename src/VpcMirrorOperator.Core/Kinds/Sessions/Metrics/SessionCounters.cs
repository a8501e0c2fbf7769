using Prometheus;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Engine.Decisions;

namespace VpcMirrorOperator.Kinds.Sessions.Metrics;

/// <summary>What this process has done to sessions.</summary>
internal sealed class SessionCounters : ISessionMetrics
{
    private readonly Counter _operations;
    private readonly Histogram _seconds;
    private readonly Counter _drifts;
    private readonly Counter _contests;
    private readonly Counter _holds;

    public SessionCounters(IMetricFactory factory)
    {
        _operations = factory.CreateCounter("vpcmirror_operations_total", "Writes to source lists that have ended.", ["verb", "result"]);
        _seconds = factory.CreateHistogram(
            "vpcmirror_operation_duration_seconds", "From the latest attempt of a write to the observation that found its end.", ["verb"],
            new HistogramConfiguration { Buckets = [0.5, 1, 2, 4, 8, 15, 30, 60, 120, 300, 600] });
        _drifts = factory.CreateCounter("vpcmirror_drift_total", "Times that somebody else's change of the sources was found.");
        _contests = factory.CreateCounter(
            "vpcmirror_contests_total", "Times that another writer was found to take the same changes back again and again.");
        _holds = factory.CreateCounter("vpcmirror_holds_total", "Times that a guard began to hold a plan.", ["reason"]);
        BeginAtZero();
    }

    /// <inheritdoc/>
    public void OperationEnded(OperationVerb verb, bool succeeded, TimeSpan duration)
    {
        var label = verb.ToString().ToLowerInvariant();
        _operations.WithLabels(label, succeeded ? "success" : "failure").Inc();
        _seconds.WithLabels(label).Observe(duration.TotalSeconds);
    }

    /// <inheritdoc/>
    public void DriftSeen() => _drifts.Inc();

    /// <inheritdoc/>
    public void Contested() => _contests.Inc();

    /// <inheritdoc/>
    public void Held(string reason) => _holds.WithLabels(reason).Inc();

    /// <summary>A series that begins with its first event would hide that event from <c>increase()</c>.</summary>
    private void BeginAtZero()
    {
        foreach (var verb in new[] { "add", "remove", "update" })
        {
            _seconds.WithLabels(verb);
            foreach (var result in new[] { "success", "failure" }) _operations.WithLabels(verb, result);
        }

        foreach (var reason in GuardReasons.All) _holds.WithLabels(reason);
    }
}
