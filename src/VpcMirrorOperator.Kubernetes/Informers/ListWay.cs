using System.Net;
using VpcMirrorOperator.Kubernetes.Client;

namespace VpcMirrorOperator.Kubernetes.Informers;

/// <summary>
/// How a collection is listed: by a watch that begins with all objects (streaming list, KEP-3157), or in pages where the server does not
/// offer that. Pages are always right, and get on over a connection on which a long stream does not; so every doubt leads to them. Pure.
/// </summary>
/// <param name="IsRefused">The server does not offer the stream; it is not asked again.</param>
/// <param name="IsBroken">The last stream broke off before its end; pages until one list has succeeded.</param>
internal readonly record struct ListWay(bool IsRefused, bool IsBroken)
{
    /// <summary>Before the first list: streamed, unless that is not wanted.</summary>
    public static ListWay Of(bool streams) => new(IsRefused: !streams, IsBroken: false);

    /// <summary>Whether the next list is a stream.</summary>
    public bool IsStream => !IsRefused && !IsBroken;

    /// <summary>After any list that has succeeded.</summary>
    public ListWay AfterList() => this with { IsBroken = false };

    /// <summary>After a stream that did not bring all objects.</summary>
    /// <param name="error">What ended it; null when the server did, without a word.</param>
    /// <param name="isAnswered">Whether the server had begun to answer; otherwise it tells nothing about streams.</param>
    /// <remarks>
    /// A version that the server no longer has is asked for anew, by a stream again; but not when the exception is ours, for an object
    /// that is too large for an event: a page can pass over that.
    /// </remarks>
    public ListWay AfterBreak(Exception? error, bool isAnswered) =>
        !isAnswered || error is KubeApiException { IsExpired: true, Status: not null } ? this : this with { IsBroken = true };

    /// <summary>The server does not offer the stream.</summary>
    public ListWay AfterRefusal() => this with { IsRefused = true };

    /// <summary>
    /// Whether the server refuses the parameters: 422 since 1.19 while the feature is off, because <c>resourceVersionMatch</c> is for
    /// lists only then.
    /// </summary>
    /// <param name="error">The refused or failed request.</param>
    public static bool IsRefusal(KubeApiException error) =>
        error.Status is HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity;
}
