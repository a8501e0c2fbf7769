namespace VpcMirrorOperator.Kubernetes.LeaderElection;

/// <summary>
/// This process led and can no longer be sure that it does. Another one may begin to write any moment: end the process at once, with
/// an exit code that is not zero, and let it be started again.
/// </summary>
public sealed class LeaseLostException : Exception
{
    /// <summary>A loss.</summary>
    /// <param name="message">How it came about.</param>
    public LeaseLostException(string message)
        : base(message)
    {
    }
}
