namespace VpcMirrorOperator.Kinds.Policies.Packing;

/// <summary>
/// What is not to be mirrored any more leaves: by privacy at once (rule P15), else when delay and guard let it (rule P14).
/// </summary>
internal static class Unwanted
{
    /// <summary>Takes it out of the specs.</summary>
    public static void Leave(Pass pass)
    {
        foreach (var slot in pass.Own.Concat(pass.New))
            foreach (var id in slot.Spec.ToList())
                if (!IsWanted(pass, id)) Consider(pass, slot, id);
    }

    private static bool IsWanted(Pass pass, string id) =>
        pass.Input.Interfaces.TryGetValue(id, out var selected) && !selected.IsSharedWithOthers;

    private static void Consider(Pass pass, Slot slot, string id)
    {
        var input = pass.Input;
        if (pass.Policy.SkipsShared && input.Interfaces.ContainsKey(id))
        {
            pass.Urgent.Add(id);
            pass.Places.Remove(slot, id);
        }
        else if (pass.OnlyAdds && !input.IsBlind && slot.SurelyLacks(id))
        {
            // Nothing is removed by it, and its place is free for what is to be added (rule P17).
            pass.Places.Remove(slot, id);
        }
        else if (input.Departures.TryGetValue(id, out var departure))
        {
            if (departure.Stage == DepartureStage.Due && !input.IsBlind && !pass.OnlyAdds) pass.Places.Remove(slot, id);
            else pass.Leaving.Add(id);
        }
        else if (!input.IsBlind && !pass.OnlyAdds) pass.Leaving.Add(id);
    }
}
