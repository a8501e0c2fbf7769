using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Emulator.Snapshots;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Simulation.Scenario;

/// <summary>
/// What a deletion must never do: remove an id that its object does not desire, write under <c>Retain</c>, or let the object go while
/// a source that the operator brought is left.
/// </summary>
internal sealed class DeletionRules
{
    private readonly MirrorWorld _world;
    private readonly Dictionary<(string Session, string Id), EmulatorCall> _brought = [];
    private readonly HashSet<string> _heldForDetach = [];
    private readonly List<(TrafficMirrorSession Object, TimeSpan At)> _gone = [];

    public DeletionRules(MirrorWorld world)
    {
        _world = world;
        world.Store.Removed += Removed;
        world.Store.Changed += (declared, _) => FollowFinalizer(declared.Metadata);
    }

    private void FollowFinalizer(ObjectMeta living)
    {
        if (living.DeletionTimestamp is not null) return;
        if (living.Finalizers.Contains(Finalizers.Detach)) _heldForDetach.Add(living.Uid!);
        else _heldForDetach.Remove(living.Uid!);
    }

    public void CheckIntent(TrafficMirrorSession deleted, OperationState operation)
    {
        Require(operation.Verb == OperationVerb.Remove && operation.Ids.Count <= 10, "a deletion adds, or removes too many at once");
        Require(operation.Ids.All(id => deleted.Spec.SourceIds.Contains(id)), "a deletion removes an id that the object does not desire");
        Require(IsDetached(deleted), "a deletion writes that must not");
    }

    /// <summary>Remembers who brought which source last.</summary>
    public void Follow(EmulatorCall call)
    {
        if (!call.Executed || !call.Action.StartsWith("Add", StringComparison.Ordinal)) return;
        foreach (var id in call.Ids) _brought[(call.SessionId, id)] = call;
    }

    private void Removed(TrafficMirrorSession gone)
    {
        _gone.Add((gone, _world.Store.Elapsed));
        if (!IsDetached(gone) || _world.Session(gone) is not { } session || IsOwnedByOther(gone)) return;
        // Somebody else may bring a source back between the last observation and the end.
        var left = gone.Spec.SourceIds.Where(session.Sources.Contains)
            .Where(id => !IsBroughtByOther(gone, id)).ToList();
        Require(left.Count == 0, $"{gone.Key()} was released and left {string.Join(',', left)}");
    }

    /// <summary>By somebody who does not know of the object: a foreign writer, or the operator of the other release for its own.</summary>
    private bool IsBroughtByOther(TrafficMirrorSession gone, string id) =>
        _brought.TryGetValue((gone.Spec.TrafficMirrorSessionId!, id), out var call)
        && (call.Foreign || _world.Rules.ReleaseOf(call.ClientToken!) != MirrorWorld.IsOfOther(gone));

    /// <summary>A policy that was edited after the deletion comes too late: nobody may put a finalizer on a deleted object.</summary>
    private bool IsDetached(TrafficMirrorSession deleted) => _heldForDetach.Contains(deleted.Metadata.Uid!) &&
        deleted is { Metadata.DeletionTimestamp: not null, Spec.DeletionPolicy: DeletionPolicy.Detach }
            && deleted.Spec.Policy() == ManagementPolicy.Sync;

    /// <summary>Now, or when that was decided: recording it takes some seconds at most.</summary>
    private bool IsOwnedByOther(TrafficMirrorSession gone) => _world.Namespaces.HasLost(gone) || _world.Store.Objects
        .Concat(_gone.Where(one => _world.Store.Elapsed - one.At < TimeSpan.FromSeconds(10)).Select(one => one.Object))
        .Any(other => other.Metadata.Uid != gone.Metadata.Uid && other.Session() == gone.Session()
            && (other.Metadata.CreationTimestamp <= gone.Metadata.CreationTimestamp || HasItElsewhere(other, gone))
            && MirrorWorld.IsOfOther(other) == MirrorWorld.IsOfOther(gone));

    private static bool HasItElsewhere(TrafficMirrorSession other, TrafficMirrorSession gone) =>
        other.Metadata.Namespace != gone.Metadata.Namespace && other.Status?.Claim == SessionClaim.Granted;

    private void Require(bool holds, string what) => _world.Loop.Require(holds, what);
}
