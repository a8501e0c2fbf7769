namespace VpcMirrorOperator.Kinds.Policies.Packing;

/// <summary>
/// A session of this policy whose child is missing gets its child back first, with all ids that are listed (rule P12): whoever deleted the
/// object, the session goes on. What is unwanted there leaves then as anything else does.
/// </summary>
internal static class MissingChildren
{
    /// <summary>Adds a slot for each.</summary>
    public static void Return(Pass pass)
    {
        foreach (var (key, session) in pass.Sessions.OfMissing)
        {
            var target = pass.Places.Target(session.TargetId);
            var slot = new Slot(key, target, session.Priority, pass.Policy.SessionSize) { Listed = session };
            target.Slots.Add(slot);
            pass.New.Add(slot);
            foreach (var id in session.Sources)
            {
                pass.Places.Put(slot, id);
                pass.Places.Take(slot, id);
            }
        }
    }

    /// <summary>What the child of a listed session is made with.</summary>
    public static ChildSpec Spec(PackingInput input, ListedSession session, IReadOnlySet<string> ids) => new()
    {
        Sources = ids,
        TargetId = session.TargetId,
        Priority = session.Priority,
        Shape = Shapes.Of(input.Policy, session.TargetId, session.FilterId, null),
        DeletionPolicy = input.Policy.DeletionPolicy,
        Mode = input.Policy.Mode,
        Term = input.Term,
    };
}
