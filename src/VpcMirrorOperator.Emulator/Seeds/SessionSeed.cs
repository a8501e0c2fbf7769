using System.Collections.Immutable;
using VpcMirrorOperator.Emulator.Sessions;

namespace VpcMirrorOperator.Emulator.Seeds;

/// <summary>One traffic mirror session. The members are the fields that <c>ListTrafficMirrorSessions</c> returns.</summary>
public sealed record SessionSeed
{
    /// <summary>The session id, <c>tms-…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>TrafficMirrorSessionName; empty for none.</summary>
    public string Name { get; init; } = "";

    /// <summary>TrafficMirrorSessionDescription; empty for none.</summary>
    public string Description { get; init; } = "";

    /// <summary>TrafficMirrorSessionStatus. Anything but Created keeps the session there, and writes are refused, until it
    /// is set to Created again.</summary>
    public SessionStatus Status { get; init; } = SessionStatus.Created;

    /// <summary>TrafficMirrorSessionBusinessStatus.</summary>
    public BusinessStatus BusinessStatus { get; init; } = BusinessStatus.Normal;

    /// <summary>Whether the session mirrors at all; it can be changed and read either way.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>TrafficMirrorTargetId.</summary>
    public string TargetId { get; init; } = "eni-emulatedtarget";

    /// <summary>TrafficMirrorTargetType: NetworkInterface or SLB.</summary>
    public string TargetType { get; init; } = "NetworkInterface";

    /// <summary>TrafficMirrorFilterId.</summary>
    public string FilterId { get; init; } = "tmf-emulatedfilter";

    /// <summary>Priority, 1 to 32766.</summary>
    public int Priority { get; init; } = 1;

    /// <summary>VirtualNetworkId (VXLAN network identifier), 0 to 16777215.</summary>
    public int VirtualNetworkId { get; init; } = 1;

    /// <summary>PacketLength in bytes, 64 to 8500.</summary>
    public int PacketLength { get; init; } = 1500;

    /// <summary>ResourceGroupId; empty for none.</summary>
    public string ResourceGroupId { get; init; } = "";

    /// <summary>CreationTime; the API shows it to the minute.</summary>
    public DateTimeOffset CreationTime { get; init; } = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The session's tags, at most 20.</summary>
    public ImmutableSortedDictionary<string, string> Tags { get; init; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>TrafficMirrorSourceIds: the network interfaces that are mirrored.</summary>
    public ImmutableSortedSet<string> Sources { get; init; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    /// <summary>For a session that is being created: when it is <c>Created</c>, from the start of the emulator (0 to 72 h).
    /// Until then it is <c>Creating</c>. Null for a session that exists already.</summary>
    public TimeSpan? CreatedIn { get; init; }

    /// <summary>A change that was accepted and is not finished; null for none.</summary>
    public PendingSeed? Pending { get; init; }
}
