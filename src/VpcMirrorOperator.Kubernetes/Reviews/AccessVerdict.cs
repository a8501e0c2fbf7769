namespace VpcMirrorOperator.Kubernetes.Reviews;

/// <summary>What the API server says of the holder of a token.</summary>
public enum AccessVerdict
{
    /// <summary>It does not know the token.</summary>
    Unauthenticated,

    /// <summary>It knows whose the token is, and they may not do this.</summary>
    Forbidden,

    /// <summary>They may do this.</summary>
    Allowed,
}
