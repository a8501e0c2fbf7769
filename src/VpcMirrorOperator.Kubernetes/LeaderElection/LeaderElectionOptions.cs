using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kubernetes.LeaderElection;

/// <summary>
/// Settings of a <see cref="LeaderElector"/>. The times are those of client-go: 15 s, 10 s, 2 s, except where a test must be quick.
/// </summary>
public sealed record LeaderElectionOptions
{
    /// <summary>Namespace and name of the Lease that all candidates share.</summary>
    public required ObjectKey Lease { get; init; }

    /// <summary>
    /// Name of this candidate, for example the pod's name and random digits; no other process may ever use the same.
    /// </summary>
    public required string Identity { get; init; }

    /// <summary>How long others wait without seeing a renewal before they take over; whole seconds.</summary>
    internal TimeSpan LeaseDuration { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long after the start of the last renewal the leader gives up; less than <see cref="LeaseDuration"/>.</summary>
    internal TimeSpan RenewDeadline { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Time between renewals, and up to a fifth more between tries to acquire; well below <see cref="RenewDeadline"/>.</summary>
    internal TimeSpan RetryPeriod { get; init; } = TimeSpan.FromSeconds(2);
}
