namespace VpcMirrorOperator.AlibabaCloud.Vpc;

/// <summary>A rule that CreateTrafficMirrorFilterRules made (element of <c>IngressRules</c> and <c>EgressRules</c>).</summary>
public sealed record CreatedFilterRule
{
    /// <summary>The rule's id, <c>tmr-…</c>.</summary>
    public string? InstanceId { get; init; }
}
