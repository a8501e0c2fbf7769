namespace VpcMirrorOperator.Kubernetes.Control;

/// <summary>The object was changed by somebody else since it was read. Normal traffic, not an error: read again and start over.</summary>
public sealed class ConflictException : Exception
{
    /// <summary>A conflict without further detail.</summary>
    public ConflictException() : this("The object has changed since it was read.") { }

    /// <summary>A conflict, described.</summary>
    /// <param name="message">What conflicted.</param>
    public ConflictException(string message) : base(message) { }

    /// <summary>A conflict, described, with its cause.</summary>
    /// <param name="message">What conflicted.</param>
    /// <param name="innerException">The cause.</param>
    public ConflictException(string message, Exception innerException) : base(message, innerException) { }
}
