using System.Net;
using System.Net.Sockets;

namespace VpcMirrorOperator.AlibabaCloud.Transport;

/// <summary>Opens a TCP connection as SocketsHttpHandler does by itself.</summary>
internal static class TcpConnection
{
    /// <summary>The connection as a stream that owns its socket.</summary>
    public static async ValueTask<Stream> OpenAsync(DnsEndPoint address, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(address, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
