using VpcMirrorOperator.Simulation.Loop;

namespace VpcMirrorOperator.Simulation.Network;

/// <summary>Stands where SocketsHttpHandler stands in production.</summary>
internal sealed class SimHttpHandler(SimProcess process, Action<SimCall> carry) : HttpMessageHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
            return Task.FromCanceled<HttpResponseMessage>(cancellationToken);
        var call = new SimCall(process, request, cancellationToken);
        carry(call);
        return call.Reply;
    }
}
