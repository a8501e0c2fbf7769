namespace VpcMirrorOperator.Kinds.Sessions;

/// <summary>The two types of Kubernetes events.</summary>
internal enum SessionEventType
{
    /// <summary>Information.</summary>
    Normal,

    /// <summary>Something that a person should look at.</summary>
    Warning,
}
