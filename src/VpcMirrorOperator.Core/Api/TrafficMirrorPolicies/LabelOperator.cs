namespace VpcMirrorOperator.Api.TrafficMirrorPolicies;

/// <summary>The operators of Kubernetes' label selectors.</summary>
public enum LabelOperator
{
    /// <summary>The label is there with one of the values.</summary>
    In,

    /// <summary>The label has none of the values; one that is absent has none.</summary>
    NotIn,

    /// <summary>The label is there.</summary>
    Exists,

    /// <summary>The label is not there.</summary>
    DoesNotExist,
}
