namespace VpcMirrorOperator.Kinds.Policies.Packing;

/// <summary>Why a pass decides nothing.</summary>
internal enum PackingWait
{
    /// <summary>A later leader has written a child: this process is not the leader any more (rule P10).</summary>
    LaterLeader,

    /// <summary>A child is gone, and no list has been started since (rule P12).</summary>
    ListAfterLoss,

    /// <summary>Children of an earlier policy of this name are still there (rule P12).</summary>
    EarlierPolicy,
}
