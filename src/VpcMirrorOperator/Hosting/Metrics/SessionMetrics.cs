using Prometheus;
using VpcMirrorOperator.Api;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Hosting.Metrics;

/// <summary>
/// What the status of each object says, by namespace and name. Every replica shows the same, because it comes from the cache: take the
/// maximum over replicas.
/// </summary>
internal sealed class SessionMetrics(IMetricFactory factory)
{
    private readonly Gauge coverage = Of(factory, "vpcmirror_session_coverage_ratio", "Share of the desired sources that are really mirrored, 0 to 1.");
    private readonly Gauge pending = Of(factory, "vpcmirror_session_pending_sources", "Sources still to be added or removed.");
    private readonly Gauge rejected = Of(factory, "vpcmirror_session_rejected_sources", "Sources that the cloud refuses.");
    private readonly Gauge ready = Of(factory, "vpcmirror_session_ready", "1 while the object is Ready, else 0.");
    private readonly Gauge held = Of(factory, "vpcmirror_session_hold", "1 while a guard holds the plan (SafetyHold), else 0.");

    /// <summary>Takes over a change of the cache.</summary>
    public void OnChange(TrafficMirrorSession? old, TrafficMirrorSession? current)
    {
        if (current is null) Remove(old!.Key());
        else Show(current.Key(), current.Status ?? new TrafficMirrorSessionStatus());
    }

    private static Gauge Of(IMetricFactory factory, string name, string help) => factory.CreateGauge(name, help, ["namespace", "name"]);

    private void Show(ObjectKey key, TrafficMirrorSessionStatus status)
    {
        var counts = status.Sources ?? new SourceCounts();
        Set(coverage, counts.Coverage / 100d);
        Set(pending, counts.ToAdd + counts.ToRemove);
        Set(rejected, counts.Rejected);
        Set(ready, Conditions.IsTrue(status.Conditions, ConditionTypes.Ready) ? 1 : 0);
        Set(held, Conditions.IsTrue(status.Conditions, ConditionTypes.SafetyHold) ? 1 : 0);

        void Set(Gauge gauge, double value) => gauge.WithLabels(key.Namespace, key.Name).Set(value);
    }

    private void Remove(ObjectKey key)
    {
        foreach (var gauge in (Gauge[])[coverage, pending, rejected, ready, held]) gauge.RemoveLabelled(key.Namespace, key.Name);
    }
}
