using Moq;
using VpcMirrorOperator.Kubernetes.LeaderElection;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.Kubernetes.Tests.Support;

namespace VpcMirrorOperator.Kubernetes.Tests.LeaderElection;

/// <summary>One candidate, "a", and a server with the lease, on virtual time.</summary>
internal sealed class LeaderRig : IDisposable
{
    /// <summary>The record of another holder; its times are far in the past.</summary>
    public const string HeldByB =
        """{"holderIdentity":"b","leaseDurationSeconds":15,"renewTime":"2026-03-01T11:00:00.000000Z","leaseTransitions":3}""";

    public LeaderRig()
    {
        Kube.Server.Otherwise = null;
        for (var i = 0; i < 1000; i++) Kube.Server.Then(Server.AnswerAsync);
    }

    public KubeRig Kube { get; } = new();

    public LeaseServer Server { get; } = new();

    public CancellationTokenSource Stop { get; } = new();

    /// <summary>What the leader does; it ends when a test says so.</summary>
    public TaskCompletionSource Work { get; } = new();

    public Mock<ILeaderMetrics> Metrics { get; } = new();

    public CancellationToken WorkToken { get; private set; }

    public bool Worked { get; private set; }

    public LeaderElector Election { get; private set; } = null!;

    public static LeaderElectionOptions Options() => new() { Lease = new ObjectKey("ns", "lock"), Identity = "a" };

    public LeaderElector Make(LeaderElectionOptions options) =>
        new(Kube.Client, options, Kube.Time, new Random(1), Kube.Log, Metrics.Object);

    /// <param name="held">Whether another one holds the lease at first.</param>
    public Task Run(bool held = false)
    {
        if (held) Server.Store(HeldByB);
        Election = Make(Options());
        return Kube.Start(() => Election.RunAsync(WorkAsync, Stop.Token));
    }

    public void Dispose()
    {
        Stop.Dispose();
        Kube.Dispose();
    }

    private Task WorkAsync(CancellationToken cancellationToken)
    {
        (WorkToken, Worked) = (cancellationToken, true);
        return Work.Task;
    }
}
