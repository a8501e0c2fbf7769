using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Cloud;

namespace VpcMirrorOperator.Simulation.Lives;

/// <summary>
/// A session that vanished when it was last seen locked for overdue payment is made again only when its user says so (rule S10).
/// </summary>
internal sealed class RecreationRules
{
    private readonly LifeWorld _world;
    private readonly Dictionary<string, string> _locked = new(StringComparer.Ordinal);

    public RecreationRules(LifeWorld world)
    {
        _world = world;
        world.Sessions.StatusWritten += Follow;
        world.Intents.Recorded += Check;
    }

    private void Follow(TrafficMirrorSession declared, TrafficMirrorSessionStatus status)
    {
        if (status is not { Session: { } seen, TrafficMirrorSessionId: { } id }) return;
        if (ObservedSession.IsGood(seen.BusinessStatus)) _locked.Remove(declared.Metadata.Uid);
        else _locked[declared.Metadata.Uid] = id;
    }

    private void Check(Intent intent)
    {
        if (intent is not { Session: { } session, Operation.Verb: OperationVerb.Create }) return;
        if (!_locked.TryGetValue(intent.Uid, out var id) || _world.Truth.Session(id) is not null) return;
        _world.Require(
            session.Metadata.Annotations.GetValueOrDefault(Annotations.Recreate) == id,
            $"{session.Key()} makes {id} again, which vanished while it was locked");
    }
}
