using Prometheus;
using VpcMirrorOperator.Kubernetes.LeaderElection;

namespace VpcMirrorOperator.Hosting.Metrics;

/// <summary><c>leader_election_*</c>: whether this process works.</summary>
internal sealed class LeaderMetrics(IMetricFactory factory, string leaseName) : ILeaderMetrics
{
    private readonly Gauge.Child _master = factory
        .CreateGauge("leader_election_master_status", "1 while this process leads, else 0.", ["name"]).WithLabels(leaseName);

    private readonly Counter.Child _slow = factory
        .CreateCounter("leader_election_slowpath_total", "Renewals of the lease that failed and were repeated.", ["name"])
        .WithLabels(leaseName);

    /// <inheritdoc/>
    public void Leading(bool leading) => _master.Set(leading ? 1 : 0);

    /// <inheritdoc/>
    public void RenewFailed() => _slow.Inc();
}
