using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using VpcMirrorOperator.Kubernetes.Client;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.Kubernetes.Reviews;

namespace VpcMirrorOperator.Hosting.Serving;

/// <summary>Asks the API server about a bearer token: <see cref="AccessReviewer.ReviewAsync"/> for one path and verb.</summary>
internal delegate Task<AccessVerdict> Review(string token, CancellationToken cancellationToken);

/// <summary>
/// Lets a request through only when the API server knows its bearer token and grants its holder the path (controller-runtime's
/// <c>WithAuthenticationAndAuthorization</c>). Without an answer nobody passes. Answers are remembered shortly: 401 for who is not known,
/// 403 for who may not, 503 while the API server does not say.
/// </summary>
internal sealed class MetricsGate(Review review, TimeProvider time, ILogger logger) : IDisposable
{
    /// <summary>How long a token that was granted passes unasked: a right that is taken away ends so much later at most.</summary>
    internal static readonly TimeSpan Granted = TimeSpan.FromMinutes(1);

    /// <summary>How long a token that was refused stays so: a right that is given is seen so much later at most.</summary>
    internal static readonly TimeSpan Refused = TimeSpan.FromSeconds(10);

    /// <summary>Time for the answer, waiting for others' included (as controller-runtime).</summary>
    internal static readonly TimeSpan ReviewLimit = TimeSpan.FromSeconds(10);

    /// <summary>Tokens remembered of each sort. Who sends many wrong ones displaces no right one.</summary>
    internal const int MostTokens = 128;

    /// <summary>Reviews at once, so that requests with wrong tokens cannot occupy the API server.</summary>
    internal const int MostReviews = 4;

    private readonly VerdictCache _granted = new(MostTokens, Granted, time);
    private readonly VerdictCache _refused = new(MostTokens, Refused, time);
    private readonly SemaphoreSlim _reviews = new(MostReviews);
    private bool _silent;

    /// <summary>Puts the gate before an answer.</summary>
    public RequestDelegate Before(RequestDelegate answer) => async context =>
    {
        var status = await JudgeAsync(context);
        if (status == StatusCodes.Status200OK) await answer(context);
        else Refuse(context.Response, status);
    };

    public void Dispose() => _reviews.Dispose();

    private static void Refuse(HttpResponse response, int status)
    {
        response.StatusCode = status;
        // A stranger does not keep one of the few connections.
        response.Headers.Connection = "close";
        if (status == StatusCodes.Status401Unauthorized) response.Headers.WWWAuthenticate = "Bearer";
    }

    private static int StatusOf(AccessVerdict verdict) => verdict switch
    {
        AccessVerdict.Allowed => StatusCodes.Status200OK,
        AccessVerdict.Forbidden => StatusCodes.Status403Forbidden,
        _ => StatusCodes.Status401Unauthorized,
    };

    private async Task<int> JudgeAsync(HttpContext context)
    {
        if (BearerToken.Read(context.Request.Headers.Authorization) is not { } token) return StatusCodes.Status401Unauthorized;
        var digest = VerdictCache.DigestOf(token);
        return Remembered(digest) is { } known ? StatusOf(known) : await AskAsync(token, digest, context.RequestAborted);
    }

    private AccessVerdict? Remembered(string digest) => _granted.Find(digest) ?? _refused.Find(digest);

    private async Task<int> AskAsync(string token, string digest, CancellationToken aborted)
    {
        using var limit = new CancellationTokenSource(ReviewLimit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, aborted);
        try
        {
            var verdict = await ReviewAsync(token, digest, either.Token);
            Answered();
            return StatusOf(verdict);
        }
        catch (OperationCanceledException) when (!aborted.IsCancellationRequested)
        {
            return Unanswered($"no answer in {ReviewLimit.TotalSeconds.ToString(CultureInfo.InvariantCulture)} s");
        }
        catch (KubeApiException error)
        {
            return Unanswered(Problem(error));
        }
        catch (ConflictException)
        {
            return Unanswered("HTTP 409");
        }
    }

    private async Task<AccessVerdict> ReviewAsync(string token, string digest, CancellationToken cancellationToken)
    {
        await _reviews.WaitAsync(cancellationToken);
        try
        {
            // The same token may have been asked about while this request waited.
            if (Remembered(digest) is { } known) return known;
            var verdict = await review(token, cancellationToken);
            (verdict == AccessVerdict.Allowed ? _granted : _refused).Add(digest, verdict);
            return verdict;
        }
        finally
        {
            _reviews.Release();
        }
    }

    /// <summary>Only what is ours or a number: what a server says may repeat the token that it was sent.</summary>
    private static string Problem(KubeApiException error) => (int?)error.Status switch
    {
        403 => "HTTP 403: this operator may not create TokenReviews and SubjectAccessReviews",
        { } status => $"HTTP {status.ToString(CultureInfo.InvariantCulture)}",
        null => "no usable answer",
    };

    private void Answered()
    {
        if (Interlocked.Exchange(ref _silent, false)) logger.ReviewsAnswered();
    }

    private int Unanswered(string problem)
    {
        if (!Interlocked.Exchange(ref _silent, true)) logger.ReviewsUnanswered(problem);
        return StatusCodes.Status503ServiceUnavailable;
    }
}
