using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using VpcMirrorOperator.Kubernetes.Client;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.Kubernetes.Reviews;

namespace VpcMirrorOperator.Hosting.Serving;

/// <summary>
/// Lets a request through only when the API server knows its bearer token and grants its holder the path (controller-runtime's
/// <c>WithAuthenticationAndAuthorization</c>). Without an answer nobody passes. Answers are remembered shortly: 401 for who is not known,
/// 403 for who may not, 503 while the API server does not say.
/// </summary>
internal sealed class MetricsGate(TokenVerdicts verdicts, TimeProvider time, ILogger logger)
{
    /// <summary>Time for the answer, waiting for others' included (as controller-runtime).</summary>
    internal static readonly TimeSpan ReviewLimit = TimeSpan.FromSeconds(10);

    private bool _silent;

    /// <summary>Puts the gate before an answer.</summary>
    public RequestDelegate Before(RequestDelegate answer) => async context =>
    {
        var status = await JudgeAsync(context);
        if (status == StatusCodes.Status200OK) await answer(context);
        else Refuse(context.Response, status);
    };

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
        return verdicts.Remembered(token) is { } known ? StatusOf(known) : await AskAsync(token, context.RequestAborted);
    }

    private async Task<int> AskAsync(string token, CancellationToken aborted)
    {
        using var limit = new CancellationTokenSource(ReviewLimit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, aborted);
        try
        {
            var verdict = await verdicts.AskAsync(token, either.Token);
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
