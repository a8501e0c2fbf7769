namespace VpcMirrorOperator.Kinds.Policies.Packing;

/// <summary>
/// The writes of a pass: first those that only bring ids, then new children, then those that take ids away, close and delete. So whatever
/// the pass is broken off at, nothing has left before it was elsewhere.
/// </summary>
internal static class ChildWrites
{
    /// <summary>The writes, in a fixed order.</summary>
    public static IReadOnlyList<ChildWrite> Of(Pass pass)
    {
        var (first, last) = (new List<ChildWrite>(), new List<ChildWrite>());
        foreach (var slot in pass.Own.Where(slot => !slot.Child!.IsDeleting))
            if (slot.Child!.IsClosing) last.Add(new DeleteChild(slot.Child));
            else if (Change(pass, slot) is { } patch) (slot.Spec.IsSupersetOf(slot.Child.Sources) ? first : last).Add(patch);
            else if (IsToClose(pass, slot)) last.Add(new CloseChild(slot.Child));
        return [.. first, .. pass.New.OrderBy(slot => slot.Key).Select(slot => Make(pass, slot)), .. last];
    }

    /// <summary>
    /// Empty for long, and seen to be so: until then its place may be promised to somebody, who would open a new session instead.
    /// </summary>
    private static bool IsToClose(Pass pass, Slot slot) =>
        slot.Spec.Count == 0 && (slot.Fill == 0 || slot.Child!.CannotTake)
        && pass.Input.EmptyForLong.Contains(slot.Key) && !pass.Input.IsBlind && !pass.OnlyAdds;

    private static CreateChild Make(Pass pass, Slot slot)
    {
        var (policy, filter) = (pass.Policy, slot.Listed?.FilterId);
        return new CreateChild(slot.Key, new ChildSpec
        {
            Sources = slot.Spec,
            TargetId = slot.Target.Id,
            Priority = slot.Priority,
            Shape = Shapes.Of(policy, slot.Target.Id, filter, null),
            DeletionPolicy = policy.DeletionPolicy,
            Mode = policy.Mode,
            Term = pass.Input.Term,
        }, IsClosing: false);
    }

    private static PatchChild? Change(Pass pass, Slot slot)
    {
        var (child, policy) = (slot.Child!, pass.Policy);
        var shape = Shapes.Of(policy, child.TargetId, child.Shape.FilterId, child.Shape.VirtualNetworkId);
        var (priority, first) = (Priority(pass, child), RemoveFirst(pass, slot));
        var isSame = slot.Spec.SetEquals(child.Sources) && child.Packed is { } packed && slot.Spec.SetEquals(packed)
            && shape == child.Shape && policy.DeletionPolicy == child.DeletionPolicy && priority == child.Priority
            && first.SetEquals(child.RemoveFirst) && !pass.ToSign.Contains(slot)
            && policy.HandedDown.All(one => child.HandedDown.GetValueOrDefault(one.Key) == one.Value);
        return isSame ? null : new PatchChild(child, new ChildSpec
        {
            Sources = slot.Spec,
            TargetId = child.TargetId,
            Priority = priority,
            Shape = shape,
            DeletionPolicy = policy.DeletionPolicy,
            Mode = child.Mode,
            Term = pass.Input.Term,
            RemoveFirst = first,
        });
    }

    /// <summary>Another one when the range has changed or the cloud refused it; without a free one it keeps its own.</summary>
    private static int Priority(Pass pass, ChildState child) =>
        pass.Policy.Priorities.Contains(child.Priority) && child.RefusedPriority != child.Priority
            ? child.Priority
            : pass.Priorities.Take() ?? child.Priority;

    /// <summary>What the session removes before it adds: kept until the id is wanted there again (rule P15).</summary>
    private static HashSet<string> RemoveFirst(Pass pass, Slot slot)
    {
        var child = slot.Child!;
        HashSet<string> first = [.. child.RemoveFirst.Where(id => !slot.Spec.Contains(id))];
        if (pass.Urgent.Count > 0) first.UnionWith(child.Sources.Where(pass.Urgent.Contains));
        return first;
    }
}
