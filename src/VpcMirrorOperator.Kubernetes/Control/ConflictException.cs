namespace VpcMirrorOperator.Kubernetes.Control;

/// <summary>
/// A write lost against another writer (optimistic lock, HTTP 409). That is normal life in a cluster: the controller looks again
/// soon with fresh state, and neither counts an error nor slows the key down.
/// </summary>
public class ConflictException : Exception
{
    /// <summary>A conflict without details.</summary>
    public ConflictException()
    {
    }

    /// <summary>A conflict.</summary>
    /// <param name="message">What was being written.</param>
    public ConflictException(string message)
        : base(message)
    {
    }

    /// <summary>A conflict that another exception reported.</summary>
    /// <param name="message">What was being written.</param>
    /// <param name="innerException">The report.</param>
    public ConflictException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
