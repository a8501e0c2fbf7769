using VpcMirrorOperator.Kinds.Policies.Packing;

namespace VpcMirrorOperator.Core.Tests.Kinds.Policies.World;

/// <summary>The writes of a plan, as the API server takes them: fenced by version and uid.</summary>
internal static class ApiWrites
{
    public static bool Carry(PolicyWorld world, SimProcess? sees, SimProcess by, ChildWrite write)
    {
        switch (write)
        {
            case PatchChild patch:
                by.Memory.Wrote(patch.Old, patch.Spec);
                return Put(world, sees, patch.Old, child => Written(child, patch.Spec));
            case CopyMode copy: return Put(world, sees, copy.Old, child => child with { Mode = copy.Mode });
            case CloseChild close: return Put(world, sees, close.Old, child => child with { IsClosing = true });
            case CreateChild create: return Create(world, sees, by, create);
            case DeleteChild delete: return Delete(world, sees, delete.Old);
            default: throw new InvalidOperationException();
        }
    }

    private static bool Put(PolicyWorld world, SimProcess? sees, ChildState old, Func<ChildState, ChildState> change) =>
        world.Put(sees, new SimChild(old, "", null), child => child with { State = change(child.State) }) is not null;

    private static bool Create(PolicyWorld world, SimProcess? sees, SimProcess by, CreateChild create)
    {
        var name = create.Key.Name;
        if (world.Children.ContainsKey(name) || world.NamespaceEnds) return false;
        var owner = PolicyWorld.Owner(name);
        var spec = create.Spec;
        var state = new ChildState
        {
            Key = create.Key, Uid = $"u{++world.Uids}", ResourceVersion = $"{world.Uids * 1000}",
            Owner = new ChildOwner(owner, $"{by.View(owner).Planned!.Uid}"),
            IsClosing = create.IsClosing, TargetId = spec.TargetId, Priority = spec.Priority, Shape = spec.Shape, Sources = Ids.None,
        };
        var child = new SimChild(Written(state, spec), "", null);
        world.Children[name] = child;
        world.ApiWrites++;
        sees?.See(name, child);
        return true;
    }

    private static bool Delete(PolicyWorld world, SimProcess? sees, ChildState old)
    {
        if (!world.Children.TryGetValue(old.Key.Name, out var now)) return true;
        var isFenced = now.State.Uid == old.Uid && now.State.ResourceVersion == old.ResourceVersion;
        if (!isFenced && !world.Broken.Contains("fence_delete")) return false;
        if (!now.State.IsDeleting) world.Put(sees, now, child => child with { State = child.State with { IsDeleting = true } });
        return true;
    }

    private static ChildState Written(ChildState child, ChildSpec spec) => child with
    {
        Sources = Ids.Of(spec.Sources), Packed = Ids.Of(spec.Sources), Priority = spec.Priority, Shape = spec.Shape,
        DeletionPolicy = spec.DeletionPolicy, Mode = spec.Mode, Term = spec.Term, RemoveFirst = Ids.Of(spec.RemoveFirst),
    };
}
