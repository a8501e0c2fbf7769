namespace VpcMirrorOperator.Api.TrafficMirrorPolicies;

/// <summary>What happens to an interface that carries pods which are not selected beside one which is.</summary>
public enum SharedInterfaces
{
    /// <summary>It is mirrored with all its pods; those that are not selected are counted.</summary>
    Mirror,

    /// <summary>It is not mirrored, and leaves its session at once when such a pod comes (rule P15). Not together with AddOnly.</summary>
    Skip,
}
