namespace VpcMirrorOperator.Engine.Lifecycle;

/// <summary>
/// Whether what a deleted object has recorded may be emptied: a status that was copied from another object names that one's (rule S5).
/// Needs the list by id; the emptying itself is the kind's own.
/// </summary>
internal static class DetachSteps
{
    /// <summary>What comes before; null when the kind goes on.</summary>
    public static LifecyclePlan? Before(LifecycleInput input)
    {
        if (input.Record.Id is not { } id || input.ById?.Find(id) is not { } thing) return null;
        if (thing.IsOfAnother(input.Identity)) return input.Plan(new LifecycleStep.Release(ReleaseReason.OfAnother, [id]));
        if (thing.CreatedBy is not null || MarkLook.IsAttemptKnown(input)) return null;
        return MarkLook.Unmarked(input) is var (known, pending) && pending is not null ? known.Plan(pending) : null;
    }
}
