namespace VpcMirrorOperator.Api.TrafficMirrorPolicies;

/// <summary>Which interfaces of a node.</summary>
public enum NodeInterfaces
{
    /// <summary>The primary one.</summary>
    Primary,

    /// <summary>All that are attached to it.</summary>
    All,
}
