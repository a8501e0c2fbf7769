namespace VpcMirrorOperator.Emulator.Sessions;

/// <summary>What a write does with a session.</summary>
public enum ChangeVerb
{
    /// <summary>AddSourcesToTrafficMirrorSession.</summary>
    Add,

    /// <summary>RemoveSourcesFromTrafficMirrorSession.</summary>
    Remove,

    /// <summary>UpdateTrafficMirrorSessionAttribute.</summary>
    Update,

    /// <summary>DeleteTrafficMirrorSession.</summary>
    Delete,
}
