using VpcMirrorOperator.Simulation.Network;

namespace VpcMirrorOperator.Simulation.Scenario;

/// <summary>Times of minutes in which reads of the cloud fail in one way or another, while writes get through.</summary>
internal sealed class BlindTimes(MirrorWorld world, INetworkFaults others) : INetworkFaults
{
    private static readonly CallOutcome[] Ends =
        [CallOutcome.RequestSwallowed, CallOutcome.ReplySwallowed, CallOutcome.Refused, CallOutcome.BodyCut];

    private readonly Random _random = world.Loop.RandomFor("blind");
    private TimeSpan _until;
    private CallOutcome _how;

    public CallFate Decide(SimHttpRequest request, Random random)
    {
        var fate = others.Decide(request, random);
        if (request.Header("x-acs-action") != "ListTrafficMirrorSessions") return fate;
        var now = world.Loop.Time.Elapsed;
        if (now >= _until && _random.Next(60) == 0)
            (_until, _how) = (now + TimeSpan.FromSeconds(_random.Next(30, 300)), Ends[_random.Next(Ends.Length)]);
        return now < _until ? fate with { Outcome = _how } : fate;
    }
}
