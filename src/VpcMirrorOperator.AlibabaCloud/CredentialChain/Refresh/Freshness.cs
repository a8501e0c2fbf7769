namespace VpcMirrorOperator.AlibabaCloud.CredentialChain.Refresh;

/// <summary>How usable held keys are.</summary>
internal enum Freshness
{
    /// <summary>Use them.</summary>
    Fresh,

    /// <summary>Still valid, but new ones should be fetched.</summary>
    Due,

    /// <summary>Unusable.</summary>
    Expired,
}
