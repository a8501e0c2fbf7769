using VpcMirrorOperator.Kubernetes.LeaderElection;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.Kubernetes.Tests.Support;
using VpcMirrorOperator.TestSupport;

namespace VpcMirrorOperator.Kubernetes.Tests.LeaderElection;

public class RealLeaderTests(ApiServers servers)
{
    [Theory, MemberData(nameof(ApiServers.Versions), MemberType = typeof(ApiServers))]
    public async Task One_leads_and_hands_over_when_it_stops(string version)
    {
        using var cluster = await RealCluster.OpenAsync(await servers.GetAsync(version));
        await using var a = new Candidate(cluster, "a");
        await Eventually.TrueAsync(() => a.Leads, "a leads");
        await using var b = new Candidate(cluster, "b");
        await a.StopAsync();
        await Eventually.TrueAsync(() => b.Leads, "b leads");
        Assert.False(a.Leads);
        await using var c = new Candidate(cluster, "c");
        await b.StopAsync();
        await Eventually.TrueAsync(() => c.Leads, "c leads");
    }

    [Theory, MemberData(nameof(ApiServers.Versions), MemberType = typeof(ApiServers))]
    public async Task Another_takes_over_when_the_leader_falls_silent(string version)
    {
        using var cluster = await RealCluster.OpenAsync(await servers.GetAsync(version));
        using var doomed = await RealCluster.OpenAsync(await servers.GetAsync(version));
        await using var a = new Candidate(doomed, "a", cluster.Namespace);
        await Eventually.TrueAsync(() => a.Leads, "a leads");
        await using var b = new Candidate(cluster, "b");
        doomed.Dispose();
        await Eventually.TrueAsync(() => b.Leads, "b leads");
        Assert.False(a.Leads);
        await Assert.ThrowsAnyAsync<Exception>(() => a.Running);
    }

    /// <summary>Times of a fifth, so that the test is short; the relations are those of the defaults.</summary>
    private sealed class Candidate : IAsyncDisposable
    {
        private readonly CancellationTokenSource _stop = new();
        private readonly LeaderElector _election;

        public Candidate(RealCluster cluster, string identity, string? ns = null)
        {
            var options = new LeaderElectionOptions
            {
                Lease = new ObjectKey(ns ?? cluster.Namespace, "lock"),
                Identity = identity,
                LeaseDuration = TimeSpan.FromSeconds(3),
                RenewDeadline = TimeSpan.FromSeconds(2),
                RetryPeriod = TimeSpan.FromSeconds(0.4),
            };
            _election = new LeaderElector(cluster.Client, options, TimeProvider.System, new Random(1), new RecordedLog());
            Running = _election.RunAsync(WorkAsync, _stop.Token);
        }

        public Task Running { get; }

        public bool Leads => _election.IsLeader;

        public async Task StopAsync()
        {
            await _stop.CancelAsync();
            await Running;
        }

        public async ValueTask DisposeAsync()
        {
            await _stop.CancelAsync();
            await Running.ContinueWith(static _ => { }, TaskScheduler.Default);
            _stop.Dispose();
        }

        private static async Task WorkAsync(CancellationToken cancellationToken)
        {
            var ended = new TaskCompletionSource();
            await using var end = cancellationToken.Register(ended.SetResult);
            await ended.Task;
        }
    }
}
