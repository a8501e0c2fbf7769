namespace VpcMirrorOperator.Emulator.Interfaces;

/// <summary>The status of a network interface.</summary>
public enum InterfaceStatus
{
    /// <summary>Attached to nothing.</summary>
    Available,

    /// <summary>Being created. No page names it: the documented filter does not take it.</summary>
    Creating,

    /// <summary>Being attached to an instance.</summary>
    Attaching,

    /// <summary>Attached to an instance: the only status in which it carries packets.</summary>
    InUse,

    /// <summary>Being detached from its instance.</summary>
    Detaching,

    /// <summary>Being deleted; after that it is not listed.</summary>
    Deleting,
}
