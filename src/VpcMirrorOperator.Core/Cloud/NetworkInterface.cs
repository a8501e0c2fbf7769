namespace VpcMirrorOperator.Cloud;

/// <summary>
/// A network interface as the cloud listed it, with the fields that decide whether and where it is mirrored, and no others: a region has
/// thousands of them in memory. What the cloud did not say is null.
/// </summary>
internal sealed record NetworkInterface : IListed
{
    /// <summary>The status in which it has traffic (API page of DescribeNetworkInterfaces); any other is not usable now.</summary>
    public const string InUse = "InUse";

    /// <summary>The type of an interface that carries others by VLAN.</summary>
    public const string Trunk = "Trunk";

    /// <summary>The type of one that is carried by a trunk.</summary>
    public const string Member = "Member";

    /// <summary><c>eni-…</c>.</summary>
    public required string Id { get; init; }

    /// <summary><c>Primary</c>, <c>Secondary</c>, <see cref="Trunk"/> or <see cref="Member"/>.</summary>
    public string? Type { get; init; }

    /// <summary><c>Available</c>, <c>Attaching</c>, <see cref="InUse"/>, <c>Detaching</c> or <c>Deleting</c>.</summary>
    public string? Status { get; init; }

    /// <summary><c>vpc-…</c>.</summary>
    public string? VpcId { get; init; }

    /// <summary><c>vsw-…</c>.</summary>
    public string? VSwitchId { get; init; }

    /// <summary>For example <c>cn-hangzhou-i</c>.</summary>
    public string? ZoneId { get; init; }

    /// <summary>The instance that it is attached to, <c>i-…</c>.</summary>
    public string? InstanceId { get; init; }

    /// <summary>The trunk of a member, <c>eni-…</c>.</summary>
    public string? TrunkId { get; init; }

    /// <summary>The account that owns it.</summary>
    public string? OwnerId { get; init; }

    /// <summary>Whether a cloud service manages it: neither source nor target then.</summary>
    public bool? ServiceManaged { get; init; }

    /// <summary><c>rg-…</c>.</summary>
    public string? ResourceGroupId { get; init; }

    /// <summary>Security groups; null when the cloud did not say, or not wholly, which is not the same as none.</summary>
    public IReadOnlyList<string>? SecurityGroupIds { get; init; }

    /// <summary>Tags; null when the cloud did not say, or not wholly, which is not the same as none.</summary>
    public IReadOnlyList<KeyValuePair<string, string>>? Tags { get; init; }
}
