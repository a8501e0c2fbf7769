namespace VpcMirrorOperator.Emulator.Sessions;

/// <summary>What a write does with its ids.</summary>
public enum SourceVerb
{
    /// <summary>AddSourcesToTrafficMirrorSession.</summary>
    Add,

    /// <summary>RemoveSourcesFromTrafficMirrorSession.</summary>
    Remove,
}
