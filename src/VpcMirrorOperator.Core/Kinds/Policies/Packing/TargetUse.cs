namespace VpcMirrorOperator.Kinds.Policies.Packing;

/// <summary>A target during one pass: how many sources point at it, and the policy's own sessions there.</summary>
/// <param name="id">Its id.</param>
/// <param name="declared">As the policy declares it; null when it does not.</param>
internal sealed class TargetUse(string id, PackingTarget? declared)
{
    /// <summary>Its id.</summary>
    public string Id { get; } = id;

    /// <summary>As declared; null for a lost one.</summary>
    public PackingTarget? Declared { get; } = declared;

    /// <summary>Sources of all sessions that point at it, each as often as it counts.</summary>
    public int Use { get; set; }

    /// <summary>Sources that it can still take.</summary>
    public int Room => Declared is null ? 0 : Math.Max(0, Declared.Capacity - Use);

    /// <summary>The policy's sessions there, by name; those that are to be made come last.</summary>
    public List<Slot> Slots { get; } = [];
}
