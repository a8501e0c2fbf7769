using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Kinds.Policies.Packing;

namespace VpcMirrorOperator.Core.Tests.Kinds.Policies.World;

/// <summary>A child that is being deleted asks the API server for its policy (rule P18).</summary>
internal static class ChildEnding
{
    public static void Pass(PolicyWorld world, SimProcess by, SimChild child, List<SimSession> sessions)
    {
        if (SessionWorker.IsFlying(world, by, child.Name)) return;
        if (Deletes(world, child) && sessions is [var session, ..])
        {
            if (session.Op is not null) return;
            if (child.Sid != session.Sid) world.Put(by, child, c => c with { Sid = session.Sid });
            else SessionWorker.Intend(world, by, child, new SimCall("del", session.Sid, Ids.None));
            return;
        }

        if (!world.Children.TryGetValue(child.Name, out var now)) by.See(child.Name, null);
        else if (now.State.Uid == child.State.Uid && now.State.ResourceVersion == child.State.ResourceVersion)
        {
            world.Children.Remove(child.Name);
            by.See(child.Name, null);
        }
    }

    public static bool Deletes(PolicyWorld world, SimChild child)
    {
        var policy = child.State.Owner is { } owner ? world.Policies.GetValueOrDefault(owner.Name) : null;
        if (policy?.Uid.ToString() != child.State.Owner?.Uid) policy = null;
        if (child.State.Mode != PolicyMode.Sync) return false;
        if (policy is not null && policy.Mode != PolicyMode.Sync && !world.Broken.Contains("mode_asked")) return false;
        // A policy that ends decides for a marked child, too.
        var isEnding = policy is not { Deleting: "" } || (world.NamespaceEnds && !world.Broken.Contains("child_stays"));
        if (!isEnding) return child.State.IsClosing;
        if (policy is not null && !world.Broken.Contains("pol_delpol")) return policy.Deletes;
        return child.State.IsClosing || child.State.DeletionPolicy == DeletionPolicy.Delete;
    }
}
