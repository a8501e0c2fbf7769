namespace VpcMirrorOperator.Kubernetes.Model;

/// <summary>
/// A write was refused because somebody else wrote first: the object has changed since it was read (409 <c>Conflict</c> of the API server),
/// or it is not the one that a precondition names. Nothing was written. This is normal in a cluster: the controller reconciles the key
/// again soon, on fresh state, and counts no failure.
/// </summary>
public sealed class ConflictException : Exception
{
    /// <summary>A conflict.</summary>
    /// <param name="message">What was being written, and why it was refused.</param>
    public ConflictException(string message)
        : base(message)
    {
    }

    /// <summary>A conflict that another exception reported.</summary>
    /// <param name="message">What was being written, and why it was refused.</param>
    /// <param name="innerException">The report.</param>
    public ConflictException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
