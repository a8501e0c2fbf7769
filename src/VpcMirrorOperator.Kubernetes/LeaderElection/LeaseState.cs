namespace VpcMirrorOperator.Kubernetes.LeaderElection;

/// <summary>What one try to hold the Lease has shown.</summary>
internal enum Hold
{
    /// <summary>No answer, or one that says nothing: it is as it was, as far as we know.</summary>
    Unknown,

    /// <summary>We hold it.</summary>
    Ours,

    /// <summary>Another one holds it.</summary>
    Others,
}
