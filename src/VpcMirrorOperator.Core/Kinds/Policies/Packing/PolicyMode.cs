namespace VpcMirrorOperator.Kinds.Policies.Packing;

/// <summary>What a policy and its children may do: <c>suspend</c> and <c>managementPolicy</c> as one word (rule P17).</summary>
internal enum PolicyMode
{
    /// <summary>Everything.</summary>
    Sync,

    /// <summary>Nothing leaves, no move is started, no session is closed.</summary>
    AddOnly,

    /// <summary>Nothing is written; what would be is shown.</summary>
    Observe,

    /// <summary>Nothing is written.</summary>
    Suspended,
}
