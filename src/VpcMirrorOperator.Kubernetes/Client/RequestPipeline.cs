using System.Globalization;
using VpcMirrorOperator.Kubernetes.Retry;

namespace VpcMirrorOperator.Kubernetes.Client;

/// <summary>Sends requests under the rules that all calls share: time limit, repetition, error mapping, metrics.</summary>
internal sealed class RequestPipeline(
    HttpMessageInvoker http, Uri address, string fieldManager, TimeProvider time, Random jitter, IRequestMetrics? metrics)
{
    /// <summary>Attempts of one call (client-go).</summary>
    private const int Attempts = 10;

    /// <summary>Bound of one call with all its attempts. A watch is bound by it only until the server answers.</summary>
    private static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(30);

    /// <summary>Wait before repeating an idempotent call whose connection broke.</summary>
    private static readonly Backoff RetryBackoff = new(TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(5), Factor: 2, Jitter: 1);

    private readonly Lock _lock = new();

    /// <summary>Sends a request and reads a successful answer with <paramref name="read"/>, which owns the answer from then on.</summary>
    public async Task<TResult> SendAsync<TResult>(
        KubeRequest request, Func<HttpResponseMessage, CancellationToken, Task<TResult>> read, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(CallTimeout, time);
        using var call = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        var started = time.GetTimestamp();
        try
        {
            for (var attempt = 1; ; attempt++)
            {
                try
                {
                    return await AttemptAsync(request, read, call.Token);
                }
                catch (KubeApiException error) when (RetryDelay(request, error, attempt, started) is { } delay)
                {
                    await Task.Delay(delay, time, call.Token);
                }
            }
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw RequestErrors.TimedOut(request, CallTimeout);
        }
    }

    /// <summary>Sends a cheap request: whatever the server answers, it is alive.</summary>
    /// <exception cref="KubeApiException">No answer.</exception>
    public async Task ProbeAsync(TimeSpan timeout, CancellationToken cancellationToken)
    {
        var request = new KubeRequest(HttpMethod.Get, "/version");
        using var limit = new CancellationTokenSource(timeout, time);
        using var call = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            await AttemptAsync(request, static (response, _) => Drop(response), call.Token);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw RequestErrors.TimedOut(request, timeout);
        }
        catch (KubeApiException error) when (error.Status is not null)
        {
        }
    }

    /// <summary>A successful answer is all that is wanted.</summary>
    public static Task<bool> Drop(HttpResponseMessage response)
    {
        response.Dispose();
        return Task.FromResult(true);
    }

    private async Task<TResult> AttemptAsync<TResult>(
        KubeRequest request, Func<HttpResponseMessage, CancellationToken, Task<TResult>> read, CancellationToken cancellationToken)
    {
        var (started, code) = (time.GetTimestamp(), "<error>");
        using var message = request.ToMessage(address, fieldManager);
        try
        {
            var response = await http.SendAsync(message, cancellationToken);
            code = ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture);
            if (response.IsSuccessStatusCode) return await read(response, cancellationToken);
            using (response) throw await RequestErrors.ReadAsync(request, response, cancellationToken);
        }
        catch (Exception error) when (error is HttpRequestException or IOException)
        {
            throw RequestErrors.Unreachable(request, error);
        }
        catch (OperationCanceledException error) when (!cancellationToken.IsCancellationRequested)
        {
            // The framework's own time limit for a connection; a frozen server still accepts them.
            throw RequestErrors.Unreachable(request, error);
        }
        catch (Exception error) when (Json.IsUnreadable(error))
        {
            throw RequestErrors.Unreadable(request, error);
        }
        finally
        {
            metrics?.Completed(code, request.Method.Method, address.Authority, time.GetElapsedTime(started));
        }
    }

    /// <summary>
    /// How long to wait before the next attempt; null when there is none. A server that says when to come back (429, 503) has done nothing
    /// yet, so any verb may be repeated. This includes "storage is (re)initializing", the first answer about a new custom resource.
    /// </summary>
    private TimeSpan? RetryDelay(KubeRequest request, KubeApiException error, int attempt, long started)
    {
        if (attempt >= Attempts) return null;
        TimeSpan? delay = (int?)error.Status is 429 or 503 ? error.RetryAfter
            : error.ConnectionBroke && request.IsIdempotent ? BackoffOf(attempt)
            : null;
        return delay < CallTimeout - time.GetElapsedTime(started) ? delay : null;
    }

    private TimeSpan BackoffOf(int attempt)
    {
        lock (_lock) return RetryBackoff.Delay(attempt, jitter);
    }
}
