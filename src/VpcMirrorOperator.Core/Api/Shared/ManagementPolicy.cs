namespace VpcMirrorOperator.Api.Shared;

/// <summary>What the operator may do to the session's source list.</summary>
public enum ManagementPolicy
{
    /// <summary>Add what is missing and remove what is extra.</summary>
    Sync,

    /// <summary>Add what is missing; sources that are not listed stay.</summary>
    AddOnly,

    /// <summary>Compute and report the plan, write nothing.</summary>
    Observe,
}
