using System.Text.Json.Serialization;

namespace VpcMirrorOperator.Api.TrafficMirrorSessions;

/// <summary>The session as last seen in the cloud, in the cloud's own words.</summary>
public sealed record SessionState
{
    private const int Absent = int.MinValue;

    private readonly int _priority = Absent;
    private readonly int _virtualNetworkId = Absent;
    private readonly int _packetLength = Absent;
    private readonly bool _hasFingerprint;
    private readonly SourceFingerprint _fingerprint;

    /// <summary><c>Creating</c>, <c>Created</c>, <c>Modifying</c> or <c>Deleting</c>.</summary>
    public required string Status { get; init; }

    /// <summary><c>Normal</c> or <c>FinancialLocked</c>.</summary>
    public string? BusinessStatus { get; init; }

    /// <summary>A session that is not enabled mirrors nothing.</summary>
    public bool Enabled { get; init; }

    /// <summary>Where the copies go: an ENI or a load balancer.</summary>
    public string? TargetId { get; init; }

    /// <summary>The target's type in the cloud's words, for example <c>NetworkInterface</c>.</summary>
    public string? TargetType { get; init; }

    /// <summary>The filter that picks the traffic.</summary>
    public string? FilterId { get; init; }

    /// <summary>1 to 32766; the smaller of two sessions of a source wins.</summary>
    public int? Priority { get => Number(_priority); init => _priority = value ?? Absent; }

    /// <summary>VXLAN network identifier, 0 to 16777215.</summary>
    public int? VirtualNetworkId { get => Number(_virtualNetworkId); init => _virtualNetworkId = value ?? Absent; }

    /// <summary>Bytes of each packet that are mirrored, 64 to 8500.</summary>
    public int? PacketLength { get => Number(_packetLength); init => _packetLength = value ?? Absent; }

    /// <summary>A digest of the source list as last seen: a change that is not ours is drift.</summary>
    [JsonConverter(typeof(SourceFingerprintConverter))]
    public SourceFingerprint? SourcesFingerprint
    {
        get => _hasFingerprint ? _fingerprint : null;
        init => (_hasFingerprint, _fingerprint) = (value is not null, value ?? default);
    }

    private static int? Number(int value) => value == Absent ? null : value;
}
