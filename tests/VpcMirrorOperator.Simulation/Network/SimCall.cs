using VpcMirrorOperator.AlibabaCloud.Transport;
using VpcMirrorOperator.Simulation.Loop;

namespace VpcMirrorOperator.Simulation.Network;

/// <summary>One call under way: the request as bytes and the caller's task, which only a step of the caller completes.</summary>
internal sealed class SimCall
{
    private readonly SimProcess _caller;
    private readonly HttpRequestMessage _message;
    private readonly TaskCompletionSource<HttpResponseMessage> _reply = new();
    private readonly CancellationTokenRegistration _cancellation;
    private bool _settled;

    internal SimCall(SimProcess caller, HttpRequestMessage message, CancellationToken cancellationToken)
    {
        (_caller, _message, Request) = (caller, message, SimHttpRequest.From(message, caller.Name));
        _cancellation = cancellationToken.UnsafeRegister(
            static (reply, token) => ((TaskCompletionSource<HttpResponseMessage>)reply!).TrySetCanceled(token), _reply);
    }

    internal SimHttpRequest Request { get; }

    internal Task<HttpResponseMessage> Reply => _reply.Task;

    /// <summary>Whether the caller gave up or died.</summary>
    internal bool IsOver => _reply.Task.IsCompleted || !_caller.IsAlive;

    /// <summary>
    /// The end of the connecting, as a step of the caller: a machine that stands still sends nothing, and sends when it goes on.
    /// </summary>
    /// <returns>Whether the request leaves; never, if the caller is dead.</returns>
    internal Task<bool> LeaveAsync()
    {
        var left = new TaskCompletionSource<bool>();
        _caller.Post(_ => left.SetResult(!IsOver && !Refuses()), null);
        return left.Task;
    }

    /// <summary>
    /// As the product's own transport does: what comes too late to be sent is not sent. To the caller it is as if nobody had listened.
    /// </summary>
    private bool Refuses() =>
        _message.Options.TryGetValue(SendDeadline.Key, out var deadline) && deadline.HasPassed
            && Fail(TransportErrors.Refused(Request.Uri));

    internal bool Answer(SimHttpResponse response, bool cut) => Settle(() => _reply.TrySetResult(response.ToMessage(_message, cut)));

    internal bool Fail(Exception error) => Settle(() => _reply.TrySetException(error));

    internal bool Silence() => _settled = true;

    // The first verdict counts.
    private bool Settle(Action complete)
    {
        if (!_settled)
        {
            _caller.Post(_ =>
            {
                _cancellation.Dispose();
                complete();
            }, null);
        }

        return _settled = true;
    }
}
