namespace VpcMirrorOperator.Emulator.Interfaces;

/// <summary>What happens to a network interface.</summary>
public enum InterfaceVerb
{
    /// <summary>A new one: Creating, then Available, or InUse if it has an instance.</summary>
    Create,

    /// <summary>Available → Attaching → InUse.</summary>
    Attach,

    /// <summary>InUse → Detaching → Available. A primary interface cannot be detached.</summary>
    Detach,

    /// <summary>Available → Deleting → gone. A primary interface goes from InUse, as with its instance.</summary>
    Delete,

    /// <summary>Sets and removes tags, at once and in every status.</summary>
    Tag,
}
