using VpcMirrorOperator.Kubernetes.Reviews;

namespace VpcMirrorOperator.Hosting.Serving;

/// <summary>Asks the API server about a bearer token: <see cref="AccessReviewer.ReviewAsync"/> for one path and verb.</summary>
internal delegate Task<AccessVerdict> Review(string token, CancellationToken cancellationToken);

/// <summary>Verdicts about tokens: remembered shortly, and asked for a few at a time. Thread-safe.</summary>
internal sealed class TokenVerdicts(Review review, TimeProvider time) : IDisposable
{
    /// <summary>How long a token that was granted passes unasked: a right that is taken away ends so much later at most.</summary>
    internal static readonly TimeSpan Granted = TimeSpan.FromMinutes(1);

    /// <summary>How long a token that was refused stays so: a right that is given is seen so much later at most.</summary>
    internal static readonly TimeSpan Refused = TimeSpan.FromSeconds(10);

    /// <summary>Tokens remembered of each sort. Who sends many wrong ones displaces no right one.</summary>
    internal const int MostTokens = 128;

    /// <summary>Reviews at once, so that requests with wrong tokens cannot occupy the API server.</summary>
    internal const int MostReviews = 4;

    private readonly VerdictCache _granted = new(MostTokens, Granted, time);
    private readonly VerdictCache _refused = new(MostTokens, Refused, time);
    private readonly SemaphoreSlim _reviews = new(MostReviews);

    /// <summary>The verdict that is remembered; null when the API server must be asked.</summary>
    public AccessVerdict? Remembered(string token) => Find(VerdictCache.DigestOf(token));

    /// <summary>The verdict that is remembered, or else that of the API server.</summary>
    /// <param name="token">A bearer token.</param>
    /// <param name="cancellationToken">Ends the waiting for others' reviews, and the review.</param>
    /// <exception cref="VpcMirrorOperator.Kubernetes.Client.KubeApiException">There is no answer; nothing is remembered.</exception>
    public async Task<AccessVerdict> AskAsync(string token, CancellationToken cancellationToken)
    {
        await _reviews.WaitAsync(cancellationToken);
        try
        {
            var digest = VerdictCache.DigestOf(token);
            // The same token may have been asked about while this request waited.
            if (Find(digest) is { } known) return known;
            var verdict = await review(token, cancellationToken);
            (verdict == AccessVerdict.Allowed ? _granted : _refused).Add(digest, verdict);
            return verdict;
        }
        finally
        {
            _reviews.Release();
        }
    }

    public void Dispose() => _reviews.Dispose();

    private AccessVerdict? Find(string digest) => _granted.Find(digest) ?? _refused.Find(digest);
}
