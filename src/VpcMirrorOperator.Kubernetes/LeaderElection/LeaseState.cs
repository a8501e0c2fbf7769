namespace VpcMirrorOperator.Kubernetes.LeaderElection;

/// <summary>What one try to acquire or renew the Lease has shown.</summary>
internal enum LeaseState
{
    /// <summary>No answer, or one that decides nothing: the holder is unchanged, as far as is known.</summary>
    Unknown,

    /// <summary>This candidate holds it.</summary>
    Held,

    /// <summary>Another candidate holds it.</summary>
    HeldByOther,
}
