using VpcMirrorOperator.Kubernetes.Control;

namespace VpcMirrorOperator.Kubernetes.Api;

/// <summary>
/// The API server refused a write because the object has changed since it was read (409 <c>Conflict</c>), or is not the one the
/// precondition names. 409 <c>AlreadyExists</c> is a <see cref="KubeApiException"/>.
/// </summary>
public sealed class KubeConflictException : ConflictException
{
    /// <summary>A conflict.</summary>
    /// <param name="message">The request and what the server said.</param>
    public KubeConflictException(string message)
        : base(message)
    {
    }
}
