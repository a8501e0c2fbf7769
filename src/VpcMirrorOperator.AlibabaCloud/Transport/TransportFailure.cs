using System.Net.Sockets;
using System.Security.Authentication;
using VpcMirrorOperator.AlibabaCloud.Errors;

namespace VpcMirrorOperator.AlibabaCloud.Transport;

/// <summary>Names the failures of a connection, and says whether the request may have reached the service.</summary>
internal static class TransportFailure
{
    /// <summary>Whether an exception is a network failure, not a bug of ours.</summary>
    public static bool IsKnown(Exception e) =>
        e is HttpRequestException or IOException or SocketException or OperationCanceledException or SendDeadlinePassedException;

    /// <summary>The typed error; <paramref name="timedOut"/> tells that our own limit ended the attempt.</summary>
    public static CloudException ToCloudException(Exception e, string action, string host, TimeSpan limit, bool timedOut)
    {
        var (code, detail) = SendDeadlinePassedException.IsCauseOf(e) ? (ClientErrorCodes.DeadlinePassed, SendDeadlinePassedException.Text)
            : timedOut
            ? (ClientErrorCodes.Timeout, $"no complete answer from {host} within {limit.TotalSeconds:0.###} s")
            : Describe(e, host);
        var nothingSent = code is ClientErrorCodes.ConnectionFailed or ClientErrorCodes.TlsFailure or ClientErrorCodes.DeadlinePassed;
        return new(action, code, detail, e) { OutcomeUnknown = !nothingSent };
    }

    private static (string Code, string Detail) Describe(Exception e, string host) => e switch
    {
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } =>
            (ClientErrorCodes.ConnectionFailed, $"the name of {host} could not be resolved"),
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.ProxyTunnelError } =>
            (ClientErrorCodes.ConnectionFailed, $"could not connect to {host}: {Cause(e)}"),
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } =>
            (ClientErrorCodes.TlsFailure, $"no trusted TLS connection to {host}: {Cause(e)}"),
        // The handler's own limit on connecting; ours is handled before.
        OperationCanceledException => (ClientErrorCodes.ConnectionFailed, $"could not connect to {host} in time"),
        _ => (ClientErrorCodes.ConnectionLost, $"the connection to {host} broke before the answer was complete"),
    };

    private static string Cause(Exception e) => e.GetBaseException() switch
    {
        SocketException s => s.SocketErrorCode.ToString(),
        AuthenticationException a => a.Message,
        var other => other.GetType().Name,
    };
}
