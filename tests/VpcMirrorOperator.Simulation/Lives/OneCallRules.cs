using VpcMirrorOperator.Simulation.Network;

namespace VpcMirrorOperator.Simulation.Lives;

/// <summary>
/// Never two different writes of one object on their way, of whatever kind, counted at the wire: from leaving the sender until arrival or
/// loss. A write that the cloud has executed is spent and counts no more.
/// </summary>
internal sealed class OneCallRules
{
    private readonly LifeWorld _world;
    private readonly List<(SimHttpRequest Request, Intent Intent)> _inFlight = [];
    private readonly HashSet<string> _executed = new(StringComparer.Ordinal);
    private long _seenCalls;

    public OneCallRules(LifeWorld world)
    {
        _world = world;
        world.Network.Left += Left;
        world.Network.Ended += request => _inFlight.RemoveAll(one => ReferenceEquals(one.Request, request));
    }

    /// <summary>Notes what the cloud executed.</summary>
    public void AfterWrite(Intent intent)
    {
        foreach (var call in _world.Cloud.Snapshot(_seenCalls).Calls)
        {
            _seenCalls = call.Sequence;
            if (call.Executed && call.ClientToken is { } token) _executed.Add(token);
            // Calls for tags have no token.
            else if (call.Executed && intent.Operation.Verb.ToString().EndsWith("ag", StringComparison.Ordinal))
                _executed.Add(intent.Operation.ClientToken);
        }
    }

    private void Left(SimHttpRequest request)
    {
        if (LifeCall.Of(request) is not { } call || _world.Intents.Find(call) is not { } intent) return;
        foreach (var (_, other) in _inFlight)
            _world.Require(
                other.Uid != intent.Uid || Token(other) == Token(intent) || !Counts(other),
                $"{Token(intent)} of {intent.Object.Metadata.Key} leaves while {Token(other)} is on its way");
        _inFlight.Add((request, intent));
    }

    private bool Counts(Intent intent) => !_executed.Contains(Token(intent)) && !_world.Intents.IsForgotten(intent)
        && _world.Now <= _world.Intents.LandsBy(intent);

    private static string Token(Intent intent) => intent.Operation.ClientToken;
}
