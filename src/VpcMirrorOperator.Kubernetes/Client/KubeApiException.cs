using System.Net;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kubernetes.Client;

/// <summary>
/// A call to the API server did not work: refused by the server, or no usable answer. A lost optimistic lock is not this but a
/// <see cref="ConflictException"/>.
/// </summary>
public sealed class KubeApiException : Exception
{
    internal KubeApiException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }

    /// <summary>Status of the answer, or of the ERROR event of a watch; null when no answer came (connection, time limit).</summary>
    public HttpStatusCode? Status { get; init; }

    /// <summary>The machine word of Kubernetes' <c>Status</c> object, for example <c>AlreadyExists</c>; empty when there is none.</summary>
    public string Reason { get; init; } = "";

    /// <summary>How long the server asked to wait, if it did.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>
    /// The object of which the server itself says that it is not there; null for any other answer. A path that is not served, and a proxy,
    /// answer 404 too, and prove nothing.
    /// </summary>
    public string? MissingName { get; init; }

    /// <summary>The object or the resource does not exist.</summary>
    public bool IsNotFound => Status == HttpStatusCode.NotFound;

    /// <summary>The object to be created exists already.</summary>
    public bool IsAlreadyExists => Reason == "AlreadyExists";

    /// <summary>
    /// The resource version (or the page token) that was asked for is not served: too old (410), or newer than the server knows,
    /// as after a restore from backup. Cure: list again.
    /// </summary>
    public bool IsExpired => Status == HttpStatusCode.Gone || Reason is "Expired" or "Gone" || IsTooLarge;

    /// <summary>True when the same request can be expected to be refused again, so that repeating it soon is useless.</summary>
    public bool IsRefused => Status is >= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError
        and not (HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout);

    /// <summary>The connection broke while an answer was awaited: the server may or may not have done what was asked.</summary>
    internal bool ConnectionBroke { get; init; }

    private bool IsTooLarge => Reason == "Timeout" && Message.Contains("Too large resource version", StringComparison.Ordinal);
}
