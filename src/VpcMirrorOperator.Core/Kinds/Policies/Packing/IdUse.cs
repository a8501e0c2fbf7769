namespace VpcMirrorOperator.Kinds.Policies.Packing;

/// <summary>Where one interface counts during a pass.</summary>
internal sealed class IdUse
{
    /// <summary>The policy's own sessions in which it counts.</summary>
    public List<Slot> Slots { get; } = new(1);

    /// <summary>Sessions of other policies and of others in which it counts.</summary>
    public int Elsewhere { get; set; }

    /// <summary>Sessions that list it, whoever made them.</summary>
    public int Listed { get; set; }

    /// <summary>Sessions in which it counts: an interface may be in three.</summary>
    public int Sessions => Slots.Count + Elsewhere;
}
