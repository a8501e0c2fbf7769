using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Api.TrafficMirrorFilters;

namespace VpcMirrorOperator.Simulation.Lives;

/// <summary>
/// A call is what was recorded, in every attempt (rule S4); it arrives within the in-flight limit; an Update writes nothing that is not
/// declared (rule S9), a removal takes no declared source; nothing is written under a policy that forbids it.
/// </summary>
internal sealed class CallRules
{
    private readonly LifeWorld _world;

    public CallRules(LifeWorld world)
    {
        _world = world;
        world.Intents.Recorded += CheckIntent;
    }

    public void Check(LifeCall call, Intent intent)
    {
        _world.Require(_world.Now <= _world.Intents.LandsBy(intent), $"{call.Action} {_world.Now - _world.Intents.LandsBy(intent)} late");
        foreach (var (name, value) in intent.Operation.Parameters ?? new Dictionary<string, string>())
            _world.Require(
                Sends(call, name, value), $"{call.Action} sends {name}={call.Parameters[name]}, and {value} was recorded");
    }

    /// <summary>Rules of a filter are recorded in a form of their own.</summary>
    private static bool Sends(LifeCall call, string name, string value) =>
        call.Parameters[name] == value || call.Action.Contains("FilterRule", StringComparison.Ordinal);

    private void CheckIntent(Intent intent)
    {
        var operation = intent.Operation;
        if (intent.Session is { } session) CheckSession(session, operation);
        if (intent.Filter is { } filter)
        {
            _world.Require(!filter.Spec.IsSuspended(), "a write while suspended");
            _world.Require(filter.Spec.Policy() != ManagementPolicy.Observe, "a write under Observe");
        }
    }

    private void CheckSession(TrafficMirrorSession session, OperationState operation)
    {
        var spec = session.Spec;
        _world.Require(!spec.IsSuspended(), "a write while suspended");
        _world.Require(spec.Policy() != ManagementPolicy.Observe, "a write under Observe");
        if (operation.Verb == OperationVerb.Update)
        {
            var extra = operation.Parameters!.Keys.Where(name => !IsDeclared(session, name)).ToList();
            _world.Require(extra.Count == 0, $"{session.Key()} writes {string.Join(", ", extra)}, which it does not declare");
        }

        if (operation.Verb == OperationVerb.Remove && session.Metadata.DeletionTimestamp is null)
            _world.Require(!operation.Ids.Any(id => spec.SourceIds.Contains(id)), $"{session.Key()} removes a declared source");
    }

    private static bool IsDeclared(TrafficMirrorSession session, string parameter) => parameter switch
    {
        "TrafficMirrorSessionName" => session.Spec.Session?.Name is not null,
        "TrafficMirrorSessionDescription" => session.Spec.Session?.Description is not null,
        "TrafficMirrorTargetId" or "TrafficMirrorTargetType" => session.Spec.Session?.Target is not null,
        "TrafficMirrorFilterId" => session.Spec.Session is { FilterId: not null } or { FilterRef: not null },
        "Priority" => session.Spec.Session?.Priority is not null,
        "VirtualNetworkId" => session.Spec.Session?.VirtualNetworkId is not null,
        "PacketLength" => session.Spec.Session?.PacketLength is not null,
        "Enabled" => session.Spec.Session?.Enabled is not null || session.Creates(),
        _ => false,
    };
}
