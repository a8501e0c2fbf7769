namespace VpcMirrorOperator.Kinds.Policies.Packing;

/// <summary>
/// The second step of moves (rule P8): an interface that is in several children stays in one whose session surely has it, and leaves the
/// others. A declared target comes before one that is not.
/// </summary>
internal static class SecondSteps
{
    /// <summary>Takes the steps that are proven.</summary>
    public static void Take(Pass pass)
    {
        if (pass.OnlyAdds) return;
        foreach (var id in pass.Wanted)
        {
            if (pass.Places.Of(id).Slots.Count < 2) continue;
            var slots = pass.Places.Specs(id).FindAll(slot => slot.Child is not null);
            if (slots.Count > 1) Take(pass, id, slots);
        }
    }

    private static void Take(Pass pass, string id, List<Slot> slots)
    {
        var isDeclared = slots.Exists(slot => slot.Target.Declared is not null);
        var stays = slots.Find(slot => MoveProof.Has(pass, slot, id) && (!isDeclared || slot.Target.Declared is not null));
        foreach (var slot in slots)
            if (stays is null)
            {
                if (slot.Child!.Term != pass.Input.Term) pass.ToSign.Add(slot);
            }
            else if (slot != stays) pass.Places.Remove(slot, id);
    }
}
