namespace VpcMirrorOperator.Output;

/// <summary>Where one session stands.</summary>
internal enum SessionProgress
{
    /// <summary>Being worked on, or not observed yet.</summary>
    Working,

    /// <summary>As declared, and mirroring.</summary>
    Ready,

    /// <summary>Nothing more happens without somebody's help.</summary>
    Blocked,
}
