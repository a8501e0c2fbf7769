using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Emulator.Snapshots;

namespace VpcMirrorOperator.Simulation.Scenario;

/// <summary>
/// No id that is declared is removed by our call that was decided before the declaration, unless the cloud executed the call within
/// the in-flight limit. Not kept where the network itself holds calls for longer (<see cref="Trouble.VeryLateWrites"/>): then the token
/// sees to it that the call is executed once at most, and the next drift check finds what it did.
/// </summary>
internal sealed class DeclaredRules(MirrorWorld world)
{
    public void Follow(EmulatorCall call)
    {
        if (!call.Executed || call.Foreign || !call.Action.StartsWith("Remove", StringComparison.Ordinal)) return;
        if (world.Has(Trouble.VeryLateWrites) || call.Time <= world.Rules.LandsBy(call.ClientToken!)) return;
        var wanted = call.Ids.Where(id => Declared(call.SessionId).Any(declared => declared.Spec.SourceIds.Contains(id)));
        world.Loop.Require(!wanted.Any(), $"{call.ClientToken} removed declared ids long after it was decided: {string.Join(',', wanted)}");
    }

    private IEnumerable<TrafficMirrorSession> Declared(string session) => world.Store.Objects.Where(declared =>
        declared.Spec.TrafficMirrorSessionId == session && declared.Metadata.DeletionTimestamp is null);
}
