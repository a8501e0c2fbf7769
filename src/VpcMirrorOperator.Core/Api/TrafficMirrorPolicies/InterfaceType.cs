namespace VpcMirrorOperator.Api.TrafficMirrorPolicies;

/// <summary>What sort of network interface it is (<c>DescribeNetworkInterfaces</c>, Type).</summary>
public enum InterfaceType
{
    /// <summary>The one that an instance was made with.</summary>
    Primary,

    /// <summary>One that was attached later.</summary>
    Secondary,

    /// <summary>A member of a trunk: a pod's own interface.</summary>
    Member,

    /// <summary>The trunk that members hang on.</summary>
    Trunk,
}
