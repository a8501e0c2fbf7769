using System.Net;
using System.Net.Sockets;
using System.Text;

namespace VpcMirrorOperator.AlibabaCloud.Tests.Doubles;

/// <summary>A socket on loopback that says exactly what it is told, then closes.</summary>
internal sealed class RawServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    public RawServer()
    {
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
    }

    public int Port { get; }

    public void Dispose() => _listener.Dispose();

    public Task<Socket> AcceptAsync() => _listener.AcceptSocketAsync(TestContext.Current.CancellationToken).AsTask();

    /// <summary>Serves one connection and gives the head of its request.</summary>
    public async Task<string> AnswerAsync(string answer, bool readRequest = true)
    {
        using var connection = await AcceptAsync();
        var request = readRequest ? await ReadRequestAsync(connection) : "";
        await connection.SendAsync(Encoding.ASCII.GetBytes(answer), TestContext.Current.CancellationToken);
        connection.Shutdown(SocketShutdown.Send);
        return request;
    }

    public static async Task<string> ReadRequestAsync(Socket connection)
    {
        await using var stream = new NetworkStream(connection);
        return await ReadRequestAsync(stream);
    }

    public static async Task<string> ReadRequestAsync(Stream connection)
    {
        var head = "";
        var buffer = new byte[4096];
        while (!head.EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            var read = await connection.ReadAsync(buffer, TestContext.Current.CancellationToken);
            if (read == 0) break;
            head += Encoding.ASCII.GetString(buffer, 0, read);
        }
        return head;
    }
}
