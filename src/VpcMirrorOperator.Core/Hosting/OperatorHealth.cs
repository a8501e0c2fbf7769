using Microsoft.AspNetCore.Http;
using VpcMirrorOperator.Engine.Kinds;
using VpcMirrorOperator.Kubernetes.LeaderElection;

namespace VpcMirrorOperator.Hosting;

/// <summary>When the operator should be restarted, and when it is of use.</summary>
internal sealed class OperatorHealth(IReadOnlyList<IHostedKind> kinds, LeaderElector? election, TimeProvider time)
{
    // Watches end and begin again every 5 to 10 minutes, so that a server that is there is heard at least as often.
    private static readonly TimeSpan LongestSilence = TimeSpan.FromMinutes(15);

    // A reconcile has 2 minutes; one that still runs now ignores its cancellation.
    private static readonly TimeSpan LongestReconcile = TimeSpan.FromMinutes(5);

    private readonly DateTimeOffset _started = time.GetUtcNow();

    /// <summary><c>/healthz</c>: fails when only a restart can help.</summary>
    public RequestDelegate Live() => HealthCheck.Handler(
        new HealthCheck("informer", () => First(Silence)), new HealthCheck("leader-election", Overdue), new HealthCheck("workers", () => First(Stuck)));

    /// <summary><c>/readyz</c>: ready when the caches are filled, also as a standby, so that a rolling update goes on.</summary>
    public RequestDelegate Ready() => HealthCheck.Handler(
        new HealthCheck("informer-sync", () => First(kind => kind.Synced.IsCompleted ? null : $"{kind.Controller}: the first list has not been read")));

    private string? First(Func<IHostedKind, string?> problem) => kinds.Select(problem).FirstOrDefault(found => found is not null);

    private string? Silence(IHostedKind kind)
    {
        var silence = time.GetUtcNow() - (kind.LastContact ?? _started);
        return silence > LongestSilence ? $"{kind.Controller}: the API server was last heard {silence.TotalMinutes:0} minutes ago" : null;
    }

    private string? Overdue() => election is { IsOverdue: true } ? "the lease has not been renewed in time" : null;

    private static string? Stuck(IHostedKind kind) => kind.Reconciles.Longest is { } longest && longest.Took > LongestReconcile
        ? $"{kind.Controller}: the reconcile of {longest.Key} has taken {longest.Took.TotalMinutes:0} minutes"
        : null;
}
