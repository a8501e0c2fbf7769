namespace VpcMirrorOperator.Emulator.Sessions;

/// <summary>What a write does with its ids.</summary>
public enum ChangeVerb
{
    /// <summary>AddSourcesToTrafficMirrorSession.</summary>
    Add,

    /// <summary>RemoveSourcesFromTrafficMirrorSession.</summary>
    Remove,
}
