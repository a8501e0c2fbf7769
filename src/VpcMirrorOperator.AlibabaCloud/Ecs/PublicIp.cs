namespace VpcMirrorOperator.AlibabaCloud.Ecs;

/// <summary>A public address that belongs to a private one (field <c>AssociatedPublicIp</c>).</summary>
public sealed record PublicIp
{
    /// <summary>Id of an elastic address, <c>eip-…</c>; absent for another one.</summary>
    public string? AllocationId { get; init; }

    /// <summary>The address.</summary>
    public string? PublicIpAddress { get; init; }
}
