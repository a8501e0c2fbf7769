namespace VpcMirrorOperator.Kubernetes.Queue;

/// <summary>The queue was shut down and everything that was ready has been taken: there will never be another key.</summary>
public sealed class WorkQueueClosedException : InvalidOperationException
{
    /// <summary>The exception with its one message.</summary>
    public WorkQueueClosedException()
        : base("The work queue is shut down and empty.")
    {
    }

    /// <summary>The exception with another message.</summary>
    /// <param name="message">The message.</param>
    public WorkQueueClosedException(string message)
        : base(message)
    {
    }

    /// <summary>The exception with another message and a cause.</summary>
    /// <param name="message">The message.</param>
    /// <param name="innerException">The cause.</param>
    public WorkQueueClosedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
