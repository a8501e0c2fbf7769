using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.Simulation.Network;

namespace VpcMirrorOperator.Simulation.Scenario;

/// <summary>
/// Never two different writes of one session on their way, whoever owns it, counted at the wire: from leaving the sender until arrival or
/// loss. A write whose token the cloud has executed is spent and counts no more. Two releases that do not see each other cannot keep this
/// rule; nor can anybody against a write that the network holds beyond the in-flight limit.
/// </summary>
internal sealed class FlightRules
{
    private readonly MirrorWorld _world;
    private readonly List<WireWrite> _inFlight = [];

    public FlightRules(MirrorWorld world)
    {
        _world = world;
        world.Network.Left += Left;
        world.Network.Ended += Ended;
        world.Store.StatusWritten += StatusWritten;
    }

    private void Left(SimHttpRequest request)
    {
        if (WireWrite.Of(request) is not { } write) return;
        foreach (var other in _inFlight)
            _world.Loop.Require(
                other.Session != write.Session || other.Token == write.Token || !Counts(other) || AreOfTwoReleases(other, write),
                $"{write.Token} leaves while {other.Token} is on its way to {write.Session}");
        _inFlight.Add(write);
    }

    private void Ended(SimHttpRequest request)
    {
        if (WireWrite.Of(request) is { } write) _inFlight.Remove(write);
    }

    /// <summary>Whoever says that a session is as declared has no call on its way that could change it.</summary>
    private void StatusWritten(TrafficMirrorSession declared, TrafficMirrorSessionStatus status)
    {
        if (!Conditions.IsTrue(status.Conditions, ConditionTypes.Ready)) return;
        foreach (var write in _inFlight)
            _world.Loop.Require(
                !Counts(write) || _world.Rules.ObjectOf(write.Token) != declared.Metadata.Uid,
                $"{declared.Key()} is Ready while its {write.Token} is on its way");
    }

    private bool Counts(WireWrite write) =>
        !_world.Rules.WasExecuted(write.Token) && _world.Loop.Time.GetUtcNow() <= _world.Rules.LandsBy(write.Token);

    private bool AreOfTwoReleases(WireWrite left, WireWrite right) =>
        _world.Has(Trouble.TwoReleases) && _world.Rules.ReleaseOf(left.Token) != _world.Rules.ReleaseOf(right.Token);
}
