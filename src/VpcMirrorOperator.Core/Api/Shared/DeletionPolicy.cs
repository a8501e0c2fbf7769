namespace VpcMirrorOperator.Api.Shared;

/// <summary>What happens to the session's sources when the object is deleted.</summary>
public enum DeletionPolicy
{
    /// <summary>Leave the cloud as it is.</summary>
    Retain,

    /// <summary>Remove the ids that this object desires, under the same guards and batches as any other removal.</summary>
    Detach,

    /// <summary>Delete what the operator created, and nothing else (rules S2 and S12).</summary>
    Delete,
}
