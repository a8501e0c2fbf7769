namespace VpcMirrorOperator.Emulator.Sessions;

/// <summary>TrafficMirrorSessionStatus: the states that the API documents.</summary>
public enum SessionStatus
{
    /// <summary>Ready: the only state in which a session takes changes.</summary>
    Created,

    /// <summary>Being created.</summary>
    Creating,

    /// <summary>A change was accepted and is not finished.</summary>
    Modifying,

    /// <summary>Being deleted.</summary>
    Deleting,
}
