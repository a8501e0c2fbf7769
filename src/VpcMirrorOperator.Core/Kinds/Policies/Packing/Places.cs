namespace VpcMirrorOperator.Kinds.Policies.Packing;

/// <summary>
/// The accounts of one pass: what counts where (rule P7), kept up with every change, so that any question is answered at once however many
/// interfaces there are.
/// </summary>
internal sealed class Places
{
    private readonly Dictionary<string, IdUse> _ids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TargetUse> _targets = new(StringComparer.Ordinal);

    public Places(IEnumerable<PackingTarget> targets)
    {
        foreach (var target in targets) _targets[target.Id] = new TargetUse(target.Id, target);
        Declared = [.. _targets.Values.OrderBy(target => target.Id, StringComparer.Ordinal)];
    }

    /// <summary>The targets that the policy declares, by id.</summary>
    public IReadOnlyList<TargetUse> Declared { get; }

    /// <summary>How many interfaces are in the spec of at least one session.</summary>
    public int Placed { get; private set; }

    /// <summary>A target, declared or not.</summary>
    public TargetUse Target(string id) => _targets.TryGetValue(id, out var target) ? target : _targets[id] = new TargetUse(id, null);

    /// <summary>Where an interface counts.</summary>
    public IdUse Of(string id) => _ids.TryGetValue(id, out var use) ? use : _ids[id] = new IdUse();

    /// <summary>The policy's sessions whose spec is to have an interface, by name; at most a few.</summary>
    public List<Slot> Specs(string id)
    {
        var slots = Of(id).Slots.FindAll(slot => slot.Spec.Contains(id));
        if (slots.Count > 1) slots.Sort((one, other) => one.Key.CompareTo(other.Key));
        return slots;
    }

    /// <summary>Whether an interface is in the spec of a session.</summary>
    public bool IsPlaced(string id) => Of(id).Slots.Exists(slot => slot.Spec.Contains(id));

    /// <summary>Counts an interface in a session of somebody else.</summary>
    public void CountElsewhere(TargetUse target, string id)
    {
        Of(id).Elsewhere++;
        target.Use++;
    }

    /// <summary>Counts an interface in a session of ours, whether its spec has it or not.</summary>
    public void Take(Slot slot, string id)
    {
        if (slot.Taken.Add(id) && !slot.Spec.Contains(id)) Count(slot, id);
    }

    /// <summary>Puts an interface into the spec of a session.</summary>
    public void Put(Slot slot, string id)
    {
        if (slot.Spec.Contains(id)) return;
        if (!IsPlaced(id)) Placed++;
        slot.Spec.Add(id);
        if (!slot.Taken.Contains(id)) Count(slot, id);
    }

    /// <summary>Takes an interface out of a spec. It counts on as long as a list may show it there.</summary>
    public void Remove(Slot slot, string id)
    {
        if (!slot.Spec.Remove(id)) return;
        if (!IsPlaced(id)) Placed--;
        if (!slot.Taken.Contains(id)) Uncount(slot, id);
    }

    /// <summary>Takes an interface out of a session's accounts altogether.</summary>
    /// <returns>Whether it counted beside the spec.</returns>
    public bool Forget(Slot slot, string id)
    {
        Remove(slot, id);
        if (!slot.Taken.Remove(id)) return false;
        Uncount(slot, id);
        return true;
    }

    private void Count(Slot slot, string id)
    {
        Of(id).Slots.Add(slot);
        slot.Fill++;
        slot.Target.Use++;
    }

    private void Uncount(Slot slot, string id)
    {
        Of(id).Slots.Remove(slot);
        slot.Fill--;
        slot.Target.Use--;
    }
}
