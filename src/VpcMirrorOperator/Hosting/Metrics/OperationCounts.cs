using Prometheus;
using VpcMirrorOperator.Api;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Hosting.Metrics;

/// <summary>Counts what this process has written into the status: each write to the cloud, drift and holds.</summary>
internal sealed class OperationCounts(IMetricFactory factory)
{
    private readonly Counter operations = factory.CreateCounter(
        "vpcmirror_operations_total", "Writes to source lists: begun, accepted by the cloud, ended.", ["verb", "result"]);

    private readonly Histogram seconds = factory.CreateHistogram(
        "vpcmirror_operation_duration_seconds", "From the record of a write to the look that found its effect.", ["verb"],
        new HistogramConfiguration { Buckets = [0.5, 1, 2, 4, 8, 15, 30, 60, 120, 300, 600] });

    private readonly Counter drifts = factory.CreateCounter(
        "vpcmirror_drift_total", "Times that somebody else's change of the sources was found.", ["namespace", "name"]);

    private readonly Counter holds = factory.CreateCounter("vpcmirror_holds_total", "Times that a guard began to hold a plan.", ["namespace", "name"]);

    /// <summary>Takes over a status that was written.</summary>
    /// <param name="read">The object as it was.</param>
    /// <param name="written">The object as it is.</param>
    /// <param name="now">The time of the write.</param>
    public void Count(TrafficMirrorSession read, TrafficMirrorSession written, DateTimeOffset now)
    {
        CountOperation(read.Status?.Operation, written.Status?.Operation, now);
        if (Began(ConditionTypes.DriftDetected)) drifts.WithLabels(read.Key().Namespace, read.Key().Name).Inc();
        if (Began(ConditionTypes.SafetyHold)) holds.WithLabels(read.Key().Namespace, read.Key().Name).Inc();

        bool Began(string condition) =>
            Conditions.IsTrue(written.Status?.Conditions ?? [], condition) && !Conditions.IsTrue(read.Status?.Conditions ?? [], condition);
    }

    /// <summary>Lets go of an object that is gone.</summary>
    public void Forget(ObjectKey key)
    {
        drifts.RemoveLabelled(key.Namespace, key.Name);
        holds.RemoveLabelled(key.Namespace, key.Name);
    }

    private void CountOperation(OperationState? old, OperationState? current, DateTimeOffset now)
    {
        if (current is not null && current.Sequence != old?.Sequence) Inc(current, "begun");
        if (current is { AcceptedAt: not null } && !(old?.Sequence == current.Sequence && old.AcceptedAt is not null)) Inc(current, "accepted");
        if (old is null || old.Sequence == current?.Sequence) return;
        Inc(old, old.AcceptedAt is null ? "not_accepted" : "ended");
        if (old.AcceptedAt is not null) seconds.WithLabels(Verb(old)).Observe(Math.Max(0, (now - old.StartedAt).TotalSeconds));
    }

    private void Inc(OperationState operation, string result) => operations.WithLabels(Verb(operation), result).Inc();

    private static string Verb(OperationState operation) => operation.Verb == OperationVerb.Add ? "add" : "remove";
}
