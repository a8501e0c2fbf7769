using VpcMirrorOperator.Simulation.Loop;

namespace VpcMirrorOperator.Simulation.Network;

/// <summary>
/// The network between the processes and a server. What is on the wire lives in a process that never crashes, so a request arrives
/// although its sender gave up or died. The server is synchronous: an effect is atomic at one moment of virtual time.
/// </summary>
public sealed class SimNetwork
{
    /// <summary>SocketsHttpHandler repeats a request without content this often when the peer closes the connection unanswered.</summary>
    private const int TransportRepeats = 3;

    private readonly Random _random;
    private readonly SimProcess _wire;
    private int _calls;

    public SimNetwork(SimLoop loop, INetworkFaults faults) =>
        (Faults, _random, _wire) = (faults, loop.RandomFor("network"), loop.CreateProcess("network"));

    /// <summary>May be replaced while the simulation runs, for example by a healthy network at its end.</summary>
    public INetworkFaults Faults { get; set; }

    /// <summary>How a request appears in the trace.</summary>
    public Func<SimHttpRequest, string> Describe { get; init; } = static request => $"{request.Method} {request.Target}";

    /// <summary>Raised when a process begins to connect.</summary>
    public event Action<SimHttpRequest>? Connecting;

    /// <summary>Raised when a request leaves its sender.</summary>
    public event Action<SimHttpRequest>? Left;

    /// <summary>Raised when a request that left has arrived, or is lost.</summary>
    public event Action<SimHttpRequest>? Ended;

    /// <summary>The transport of one process, for an HttpMessageInvoker.</summary>
    /// <param name="process">Whose calls they are: replies are steps of it, and die with it.</param>
    /// <param name="server">Answers a request at the moment it arrives; null closes the connection without an answer.</param>
    public HttpMessageHandler CreateHandler(SimProcess process, Func<SimHttpRequest, SimHttpResponse?> server) =>
        new SimHttpHandler(process, call => _wire.Start(() => CarryAsync(call, server, ++_calls)));

    private async Task CarryAsync(SimCall call, Func<SimHttpRequest, SimHttpResponse?> server, int number)
    {
        for (var repeat = 0; repeat <= TransportRepeats; repeat++)
        {
            // A request keeps its fate when the faults change while it is on its way.
            var faults = Faults;
            var fate = faults.Decide(call.Request, _random);
            Connecting?.Invoke(call.Request);
            await Delay(fate.Connect);
            if (call.IsOver || !await call.LeaveAsync())
                return;
            _wire.Trace($"#{number} {call.Request.Client} {Describe(call.Request)} {fate.Outcome}");
            if (await ExchangeAsync(call, faults, fate, server, number) || call.Request.Body is not null)
                break;
        }

        call.Fail(TransportErrors.Dropped());
    }

    /// <returns>Whether the transport is through with it: answered, failed, or silent for ever.</returns>
    private async Task<bool> ExchangeAsync(
        SimCall call, INetworkFaults faults, CallFate fate, Func<SimHttpRequest, SimHttpResponse?> server, int number)
    {
        if (fate.Outcome == CallOutcome.Refused)
            return call.Fail(TransportErrors.Refused(call.Request.Uri));
        Left?.Invoke(call.Request);
        await Delay(faults.Transit(call.Request, fate.Outbound));
        var arrives = fate.Outcome is not (CallOutcome.RequestDropped or CallOutcome.RequestSwallowed);
        var response = arrives ? server(call.Request) : null;
        Ended?.Invoke(call.Request);
        if (fate.Outcome is CallOutcome.RequestDropped)
            return false;
        if (fate.Outcome is CallOutcome.RequestSwallowed)
            return call.Silence();
        _wire.Trace($"#{number} effect {response?.StatusCode}");
        await Delay(fate.Inbound);
        return fate.Outcome switch
        {
            _ when response is null => false,
            CallOutcome.ReplyDropped => false,
            CallOutcome.ReplySwallowed => call.Silence(),
            CallOutcome.ReplyReset => call.Fail(TransportErrors.Reset()),
            _ => call.Answer(response, cut: fate.Outcome == CallOutcome.BodyCut),
        };
    }

    private Task Delay(TimeSpan span) => Task.Delay(span, _wire.Time);
}
