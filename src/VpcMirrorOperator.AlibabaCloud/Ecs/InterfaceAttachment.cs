namespace VpcMirrorOperator.AlibabaCloud.Ecs;

/// <summary>What a network interface is attached to (field <c>Attachment</c>).</summary>
public sealed record InterfaceAttachment
{
    /// <summary>The instance <c>i-…</c>.</summary>
    public string? InstanceId { get; init; }

    /// <summary>Number of the interface in its instance; of a member, its VLAN.</summary>
    public int? DeviceIndex { get; init; }

    /// <summary>The network card; null when absent.</summary>
    public int? NetworkCardIndex { get; init; }

    /// <summary>The trunk of a member, <c>eni-…</c>; empty or absent otherwise.</summary>
    public string? TrunkNetworkInterfaceId { get; init; }
}
