using VpcMirrorOperator.Api.TrafficMirrorPolicies;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Kinds.Policies.Children;
using VpcMirrorOperator.Kinds.Policies.Packing;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.Storage;

namespace VpcMirrorOperator.Kinds.Policies;

/// <summary>
/// Carries the writes of a pass out, one after another, each fenced by the version that the pass looked at (rule P10). The first that does
/// not come to its end ends the pass: its child is read from the API server, and the next pass decides afresh.
/// </summary>
/// <param name="store">The session objects.</param>
internal sealed class ChildWriter(IObjectStore<TrafficMirrorSession> store)
{
    /// <summary>Carries them out.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="writes">The writes, in their order.</param>
    /// <param name="region">Remembers what was written; of a name that is taken, it says so.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How many were carried out.</returns>
    public async ValueTask<int> CarryOutAsync(
        TrafficMirrorPolicy policy, IReadOnlyList<ChildWrite> writes, PolicyRegion region, CancellationToken cancellationToken)
    {
        var done = 0;
        foreach (var write in writes)
        {
            if (!await TryAsync(policy, write, region, cancellationToken)) break;
            done++;
        }

        return done;
    }

    private async ValueTask<bool> TryAsync(
        TrafficMirrorPolicy policy, ChildWrite write, PolicyRegion region, CancellationToken cancellationToken)
    {
        try
        {
            await CarryOutAsync(policy, write, region, cancellationToken);
            return true;
        }
        catch (ConflictException)
        {
            var there = await store.ReadAsync(write.Key, cancellationToken);
            // A name that is somebody else's is never taken (rule P16).
            if (write is CreateChild && there is not null && there.PolicyOwner()?.Uid != policy.Metadata.Uid)
                region.SetAside(write.Key);
            return false;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // Whether it was carried out is not known: the next plan must not rest on an older cache.
            region.MustRead(write.Key);
            throw;
        }
    }

    private async ValueTask CarryOutAsync(
        TrafficMirrorPolicy policy, ChildWrite write, PolicyRegion region, CancellationToken cancellationToken)
    {
        switch (write)
        {
            case CreateChild create:
                var child = ChildMaker.Make(
                    policy, create, region.TypeOf(policy, create.Spec.TargetId), region.Lists(create.Key));
                await store.CreateAsync(child, cancellationToken);
                break;
            case PatchChild patch:
                var read = Fenced(patch.Old);
                await store.ChangeAsync(read, ChildMaker.Change(read, policy, patch.Spec), cancellationToken);
                region.Memory.Wrote(patch.Old, patch.Spec);
                break;
            case CopyMode copy:
                var old = Fenced(copy.Old);
                await store.ChangeAsync(old, ChildMaker.WithMode(old, copy.Mode), cancellationToken);
                break;
            case CloseChild close:
                var open = Fenced(close.Old);
                await DeleteAsync(await store.ChangeAsync(open, ChildMaker.Closing(open), cancellationToken), cancellationToken);
                break;
            case DeleteChild delete:
                await DeleteAsync(Fenced(delete.Old), cancellationToken);
                break;
        }
    }

    private async ValueTask DeleteAsync(TrafficMirrorSession child, CancellationToken cancellationToken)
    {
        await store.DeleteAsync(child, cancellationToken);
        await store.ReadAsync(child.Key(), cancellationToken);
    }

    /// <summary>The object as the pass looked at it.</summary>
    /// <exception cref="ConflictException">It is another one by now.</exception>
    private TrafficMirrorSession Fenced(ChildState old) =>
        store.Find(old.Key) is { } child && child.Metadata.Uid == old.Uid && child.Metadata.ResourceVersion == old.ResourceVersion
            ? child
            : throw new ConflictException($"{old.Key} was changed since it was looked at.");
}
