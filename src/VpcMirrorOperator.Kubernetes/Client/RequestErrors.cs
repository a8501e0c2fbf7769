using System.Globalization;
using System.Net;
using System.Text.Json;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.Foreign;

namespace VpcMirrorOperator.Kubernetes.Client;

/// <summary>The exceptions of failed requests.</summary>
internal static class RequestErrors
{
    /// <summary>The server answered with an error; its body is a <c>Status</c> object unless a proxy answered instead.</summary>
    public static async Task<Exception> ReadAsync(KubeRequest request, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var status = await AnswerBody.ReadStatusAsync(response, cancellationToken);
        var retryAfter = response.Headers.RetryAfter?.Delta;
        return From(request.ToString(), response.StatusCode, status, retryAfter);
    }

    /// <summary>An error that names its own code, such as the ERROR event of a watch.</summary>
    public static Exception From(string what, ApiStatus status) =>
        From(what, (HttpStatusCode)(status.Code == 0 ? 500 : status.Code), status, null);

    public static KubeApiException Unreachable(KubeRequest request, Exception error) =>
        new($"{request}: no answer: {ConnectionTrouble.Of(error)}", error) { ConnectionBroke = Broke(error) };

    public static KubeApiException Unreadable(KubeRequest request, Exception error) =>
        new($"{request}: the answer cannot be read at {(error as JsonException)?.Path ?? "its beginning"}", error);

    public static KubeApiException TooLarge(KubeRequest request, int limit) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{request}: the answer has more than {limit} bytes"));

    /// <summary>An event of which not even the object's name is known: the cure is to list again.</summary>
    public static KubeApiException EventTooLarge(KubeRequest request) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{request}: an event has more than {AnswerLimits.Line} bytes"))
        {
            Reason = "Expired",
        };

    public static KubeApiException TimedOut(KubeRequest request, TimeSpan limit) =>
        new($"{request}: no answer in {limit.TotalSeconds.ToString(CultureInfo.InvariantCulture)} s");

    private static Exception From(string what, HttpStatusCode code, ApiStatus status, TimeSpan? retryAfter)
    {
        // A path that is not served at all, and what a proxy says, has neither word nor message.
        string[] said = [Word(status.Reason), ForeignText.Clean(status.Message, ForeignText.MessageLength)];
        var answer = string.Create(CultureInfo.InvariantCulture, $"{(int)code} {string.Join(": ", said.Where(text => text.Length > 0))}");
        var message = $"{what}: {answer.TrimEnd()}";
        if (code == HttpStatusCode.Conflict && status.Reason != "AlreadyExists") return new ConflictException(message);
        return new KubeApiException(message)
        {
            Status = code,
            Reason = status.Reason,
            RetryAfter = retryAfter ?? status.Details?.RetryAfter,
            MissingName = code == HttpStatusCode.NotFound && status.Reason == "NotFound" ? status.Details?.Name : null,
        };
    }

    private static string Word(string text) => ForeignText.Clean(text, ForeignText.WordLength);

    /// <summary>A connection that could not be made is left to the caller's own back-off: the server is down.</summary>
    private static bool Broke(Exception error) => error is IOException or HttpRequestException
    {
        HttpRequestError: not (HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError
            or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError or HttpRequestError.UserAuthenticationError)
    };
}
