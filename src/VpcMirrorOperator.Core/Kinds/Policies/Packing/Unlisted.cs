namespace VpcMirrorOperator.Kinds.Policies.Packing;

/// <summary>
/// An interface that its session surely does not list has nothing to lose there: it leaves where it is too much, or where it cannot get
/// in, and is placed anew.
/// </summary>
internal static class Unlisted
{
    /// <summary>Takes such interfaces out.</summary>
    public static void Leave(Pass pass)
    {
        foreach (var slot in pass.Own)
            foreach (var id in slot.Spec.Where(slot.SurelyLacks).Order(StringComparer.Ordinal).ToList())
                if (IsOutOfPlace(pass, slot, id)) pass.Places.Remove(slot, id);
        foreach (var id in pass.Wanted)
            if (pass.Places.Of(id).Slots.Count > 1) KeepOne(pass, id);
    }

    private static bool IsOutOfPlace(Pass pass, Slot slot, string id)
    {
        if (slot.Child!.CannotTake || slot.Spec.Count > slot.Capacity) return true;
        var use = pass.Places.Of(id);
        if (use.Elsewhere >= MirrorLimits.SessionsOfInterface) return true;
        if (!slot.Refuses(id)) return false;
        var target = slot.Target;
        return (target.Declared is { } declared && target.Use > declared.Capacity) || use.Sessions > MirrorLimits.SessionsOfInterface;
    }

    /// <summary>In several children, one of which can keep it: the others need not be waited for.</summary>
    private static void KeepOne(Pass pass, string id)
    {
        var slots = pass.Places.Specs(id).FindAll(slot => slot.Child is not null);
        if (slots.Find(slot => slot.IsKeeping) is not { } kept) return;
        foreach (var slot in slots)
            if (slot != kept && slot.SurelyLacks(id)) pass.Places.Remove(slot, id);
    }
}
