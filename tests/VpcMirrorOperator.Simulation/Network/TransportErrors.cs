using System.Net.Sockets;

namespace VpcMirrorOperator.Simulation.Network;

/// <summary>The exceptions that .NET 10's SocketsHttpHandler throws for each mishap, as observed on loopback sockets.</summary>
internal static class TransportErrors
{
    private const string Sending = "An error occurred while sending the request.";

    /// <summary>Nobody listens.</summary>
    internal static HttpRequestException Refused(Uri uri)
    {
        var cause = new SocketException((int)SocketError.ConnectionRefused);
        return new(HttpRequestError.ConnectionError, $"{cause.Message} ({uri.Authority})", cause);
    }

    /// <summary>The peer closed the connection (FIN) before the whole reply head.</summary>
    internal static HttpRequestException Dropped() => new(HttpRequestError.ResponseEnded, Sending, EndedEarly());

    /// <summary>The peer reset the connection (RST) before the reply.</summary>
    internal static HttpRequestException Reset()
    {
        var cause = new SocketException((int)SocketError.ConnectionReset);
        return new(Sending, new IOException($"Unable to read data from the transport connection: {cause.Message}.", cause));
    }

    internal static HttpIOException EndedEarly() => new(HttpRequestError.ResponseEnded, "The response ended prematurely.");
}
