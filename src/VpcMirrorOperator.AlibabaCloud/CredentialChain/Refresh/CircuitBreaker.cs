using VpcMirrorOperator.AlibabaCloud.Errors;

namespace VpcMirrorOperator.AlibabaCloud.CredentialChain.Refresh;

/// <summary>
/// Fetches something from a place that may be in trouble. Callers at the same time share one fetch; after a failure, callers are told of it
/// at once until a pause is over, so that a place that never answers costs each of them nothing. Thread-safe.
/// </summary>
internal sealed class CircuitBreaker<T>(TimeProvider time)
{
    private readonly SingleFlight<T> _flight = new();
    private volatile KnownTrouble? _trouble;

    /// <summary>Whether a fetch is under way.</summary>
    public bool IsFlying => _flight.IsFlying;

    /// <summary>Joins the fetch under way or begins one.</summary>
    /// <param name="fetch">Must end by limits of its own.</param>
    /// <param name="cancellationToken">The caller leaves; the fetch goes on for the others.</param>
    /// <exception cref="CloudException">
    /// It failed, or failed a moment ago; <see cref="CloudException.RetryAfter"/> then says when the next may be made.
    /// </exception>
    public Task<T> JoinAsync(Func<Task<T>> fetch, CancellationToken cancellationToken) =>
        _trouble?.Tell(time.GetUtcNow()) is { } known ? throw known : _flight.JoinAsync(() => FetchAsync(fetch), cancellationToken);

    private async Task<T> FetchAsync(Func<Task<T>> fetch)
    {
        try
        {
            var fetched = await fetch();
            _trouble = null;
            return fetched;
        }
        catch (CloudException e)
        {
            _trouble = KnownTrouble.After(_trouble, e, time.GetUtcNow());
            throw;
        }
    }
}
