namespace VpcMirrorOperator.Emulator.Seeds;

/// <summary>What UpdateTrafficMirrorSessionAttribute can change; null leaves a field as it is.</summary>
public sealed record SessionUpdate
{
    /// <summary>TrafficMirrorSessionName.</summary>
    public string? Name { get; init; }

    /// <summary>TrafficMirrorSessionDescription.</summary>
    public string? Description { get; init; }

    /// <summary>TrafficMirrorTargetId; a call gives it together with its type.</summary>
    public string? TargetId { get; init; }

    /// <summary>TrafficMirrorTargetType.</summary>
    public string? TargetType { get; init; }

    /// <summary>TrafficMirrorFilterId.</summary>
    public string? FilterId { get; init; }

    /// <summary>Priority, 1 to 32766.</summary>
    public int? Priority { get; init; }

    /// <summary>VirtualNetworkId, 0 to 16777215.</summary>
    public int? VirtualNetworkId { get; init; }

    /// <summary>PacketLength in bytes, 64 to 8500.</summary>
    public int? PacketLength { get; init; }

    /// <summary>Enabled.</summary>
    public bool? Enabled { get; init; }

    internal SessionSeed ApplyTo(SessionSeed session) => session with
    {
        Name = Name ?? session.Name,
        Description = Description ?? session.Description,
        TargetId = TargetId ?? session.TargetId,
        TargetType = TargetType ?? session.TargetType,
        FilterId = FilterId ?? session.FilterId,
        Priority = Priority ?? session.Priority,
        VirtualNetworkId = VirtualNetworkId ?? session.VirtualNetworkId,
        PacketLength = PacketLength ?? session.PacketLength,
        Enabled = Enabled ?? session.Enabled,
    };
}
