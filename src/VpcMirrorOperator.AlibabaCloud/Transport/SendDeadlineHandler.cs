using System.Net;

namespace VpcMirrorOperator.AlibabaCloud.Transport;

/// <summary>
/// Enforces the <see cref="SendDeadline"/> of each request at the last moment that .NET offers: when its connection has been made, and
/// again before each write to the connection, new or pooled, above TLS. What remains is the time between that check and the system call.
/// </summary>
/// <remarks>
/// A connection serves many requests, one after the other, so its stream must know which one is being written. HTTP/1.1 writes a request
/// within the asynchronous flow of its own SendAsync; a value that flows with it (AsyncLocal) therefore names the right one. Tests with
/// real sockets hold this for new, pooled and TLS connections.
/// </remarks>
internal sealed class SendDeadlineHandler : DelegatingHandler
{
    private readonly AsyncLocal<SendDeadline?> _current = new();

    /// <summary>Takes over the callbacks of <paramref name="sockets"/>, and disposes it with itself.</summary>
    /// <param name="sockets">The handler that sends.</param>
    /// <param name="connect">Makes a connection; <see cref="TcpConnection.OpenAsync"/> in production.</param>
    public SendDeadlineHandler(SocketsHttpHandler sockets, Func<DnsEndPoint, CancellationToken, ValueTask<Stream>> connect) : base(sockets)
    {
        sockets.ConnectCallback = async (context, cancellationToken) =>
        {
            var stream = await connect(context.DnsEndPoint, cancellationToken);
            if (!IsPast(context.InitialRequestMessage)) return stream;
            await stream.DisposeAsync();
            throw new SendDeadlinePassedException();
        };
        sockets.PlaintextStreamFilter = (context, _) =>
            ValueTask.FromResult<Stream>(new GuardedStream(context.PlaintextStream, () => _current.Value is { HasPassed: true }));
    }

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // Set also when absent: the caller's flow may hold the deadline of another request.
        _current.Value = Of(request);
        return await base.SendAsync(request, cancellationToken);
    }

    private static bool IsPast(HttpRequestMessage request) => Of(request) is { HasPassed: true };

    private static SendDeadline? Of(HttpRequestMessage request) =>
        request.Options.TryGetValue(SendDeadline.Key, out var deadline) ? deadline : null;
}
