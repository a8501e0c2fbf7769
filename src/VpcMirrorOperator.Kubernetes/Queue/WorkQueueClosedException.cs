namespace VpcMirrorOperator.Kubernetes.Queue;

/// <summary>The queue was shut down and everything that was ready has been handed out: there will never be another key.</summary>
public sealed class WorkQueueClosedException : InvalidOperationException
{
    /// <summary>The exception.</summary>
    public WorkQueueClosedException()
        : base("The work queue is shut down and empty.")
    {
    }
}
