using VpcMirrorOperator.AlibabaCloud.Rpc;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Kinds.Sessions.Planning;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.Storage;

namespace VpcMirrorOperator.Kinds.Sessions;

/// <summary>
/// Asks who holds a priority before a write sets it (rule S8), without ever waiting for the answer: the object is reconciled again when it
/// is there.
/// </summary>
/// <param name="cloud">The account's client.</param>
/// <param name="store">The objects, to name who manages the holder.</param>
/// <param name="wake">Has an object reconciled.</param>
/// <param name="time">The clock.</param>
internal sealed class PriorityHolders(
    RpcClient cloud, IObjectStore<TrafficMirrorSession> store, Action<ObjectKey> wake, TimeProvider time)
{
    /// <summary>Makes known who holds the priority that a write is to set.</summary>
    /// <param name="observation">The observation that wants to write.</param>
    /// <param name="slot">The object's memory: gets the answer.</param>
    /// <returns>False when the answer has to be waited for.</returns>
    /// <exception cref="AlibabaCloud.Errors.CloudException">It could not be asked.</exception>
    public bool Look(Observation observation, SessionMemories.Slot slot)
    {
        if (PriorityOf(observation) is not { } priority) return true;
        if (slot.PriorityHolder is { } known && known.Priority == priority && known.IsFresh(time.GetUtcNow())) return true;
        if (slot.AwaitedHolder is not { } waiting || waiting.Priority != priority)
        {
            ObjectKey key = observation.Declared.Key();
            var list = new SessionSearch(cloud, slot.Session.Region, time).ByPriority(priority);
            slot.AwaitedHolder = new AwaitedHolder(priority, list.Ask(TimeSpan.Zero, () => wake(key)));
            return false;
        }
        if (!waiting.List.HasEnded) return false;
        slot.AwaitedHolder = null;
        // Who creates has no session: what its status names, if anything, is another object's.
        var own = observation.Plan.Operation is { Verb: OperationVerb.Create } ? null : slot.Session.SessionId;
        slot.PriorityHolder = HolderIn(waiting.List.Get()!, priority, observation.Declared, own);
        return true;
    }

    private static int? PriorityOf(Observation observation) =>
        observation.Plan.Decision is Decision.Write<OperationState> { Operation: var operation }
            && operation.Verb is OperationVerb.Update or OperationVerb.Create
            && operation.Parameters!.ContainsKey(AttributeDiff.Priority)
            ? observation.Declared.Spec.Session?.Priority
            : null;

    private PriorityHolder HolderIn(
        ListSnapshot<IReadOnlyList<FoundSession>> found, int priority, TrafficMirrorSession declared, string? own)
    {
        var holder = found.List.FirstOrDefault(one => one.Id != own && one.Session.State.Priority == priority);
        if (holder is null) return new PriorityHolder(priority, null, null, found.ReadAt);
        var identity = (declared.Session() with { SessionId = holder.Id }).Identity;
        var manager = store.ClaimantsOf(identity).FirstOrDefault(one => one.Key() != declared.Key());
        return new PriorityHolder(priority, holder.Id, manager?.Key().ToString(), found.ReadAt);
    }
}
