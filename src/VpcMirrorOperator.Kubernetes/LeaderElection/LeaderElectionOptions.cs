using System.Security.Cryptography;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kubernetes.LeaderElection;

/// <summary>Settings of a <see cref="LeaderElector"/>. The times are those of client-go: 15 s, 10 s, 2 s.</summary>
public sealed record LeaderElectionOptions
{
    /// <summary>Namespace and name of the Lease that all candidates share.</summary>
    public required ObjectKey Lease { get; init; }

    /// <summary>Name of this candidate; no other process may ever use the same. See <see cref="UniqueIdentity"/>.</summary>
    public required string Identity { get; init; }

    /// <summary>How long others wait without seeing a renewal before they take over; whole seconds.</summary>
    public TimeSpan LeaseDuration { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long after the start of the last good renewal the leader gives up; less than <see cref="LeaseDuration"/>.</summary>
    public TimeSpan RenewDeadline { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Time between renewals, and up to a fifth more between tries to acquire; well below <see cref="RenewDeadline"/>.</summary>
    public TimeSpan RetryPeriod { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>A name that no other process has: the host, which in a pod is the pod's name, and random digits.</summary>
    /// <param name="host">Name of the host.</param>
    public static string UniqueIdentity(string host) => $"{host}_{RandomNumberGenerator.GetHexString(16, lowercase: true)}";

    /// <summary>Checks the relations between the times.</summary>
    /// <exception cref="ArgumentException">They cannot work.</exception>
    internal void Validate()
    {
        ArgumentException.ThrowIfNullOrEmpty(Identity);
        if (LeaseDuration <= RenewDeadline) throw new ArgumentException("The lease must last longer than the renew deadline.");
        if (RenewDeadline <= RetryPeriod * 1.2) throw new ArgumentException("The renew deadline must be longer than 1.2 retry periods.");
        if (RetryPeriod <= TimeSpan.Zero) throw new ArgumentException("The retry period must be positive.");
    }
}
