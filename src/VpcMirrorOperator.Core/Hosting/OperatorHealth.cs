using Microsoft.AspNetCore.Http;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Kubernetes.Informers;
using VpcMirrorOperator.Kubernetes.LeaderElection;

namespace VpcMirrorOperator.Hosting;

/// <summary>When the operator should be restarted, and when it is of use.</summary>
internal sealed class OperatorHealth(
    Informer<TrafficMirrorSession> informer, LeaderElector? election, RunningReconciles passes, TimeProvider time)
{
    // Watches end and begin again every 5 to 10 minutes, so that a server that is there is heard at least as often.
    private static readonly TimeSpan LongestSilence = TimeSpan.FromMinutes(15);

    // A reconcile has 2 minutes; one that still runs now ignores its cancellation.
    private static readonly TimeSpan LongestPass = TimeSpan.FromMinutes(5);

    private readonly DateTimeOffset _started = time.GetUtcNow();

    /// <summary><c>/healthz</c>: fails when only a restart can help.</summary>
    public RequestDelegate Live() => HealthCheck.Handler(
        new HealthCheck("informer", Silence), new HealthCheck("leader-election", Overdue), new HealthCheck("workers", Stuck));

    /// <summary><c>/readyz</c>: ready when the cache is filled, also as a standby, so that a rolling update goes on.</summary>
    public RequestDelegate Ready() => HealthCheck.Handler(
        new HealthCheck("informer-sync", () => informer.HasSynced ? null : "the first list has not been read"));

    private string? Silence()
    {
        var silence = time.GetUtcNow() - (informer.LastContact ?? _started);
        return silence > LongestSilence ? $"the API server was last heard {silence.TotalMinutes:0} minutes ago" : null;
    }

    private string? Overdue() => election is { IsOverdue: true } ? "the lease has not been renewed in time" : null;

    private string? Stuck() =>
        passes.Longest is { } pass && pass.Took > LongestPass ? $"the reconcile of {pass.Key} has taken {pass.Took.TotalMinutes:0} minutes" : null;
}
