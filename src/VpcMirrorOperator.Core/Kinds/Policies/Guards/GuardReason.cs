namespace VpcMirrorOperator.Kinds.Policies.Guards;

/// <summary>Why removals are held.</summary>
internal enum GuardReason
{
    /// <summary>Nothing is.</summary>
    None,

    /// <summary>They are too many (rule P20).</summary>
    MaxRemovals,

    /// <summary>The selection has become empty while what it selected is there (rule P22).</summary>
    AllowEmpty,
}
