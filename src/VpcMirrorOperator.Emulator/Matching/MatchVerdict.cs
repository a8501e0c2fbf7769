namespace VpcMirrorOperator.Emulator.Matching;

/// <summary>Why a packet is mirrored, or is not.</summary>
public enum MatchVerdict
{
    /// <summary>A rule accepts it.</summary>
    Mirrored,

    /// <summary>A rule drops it, which ends the search: sessions behind do not see it either.</summary>
    Dropped,

    /// <summary>No rule of any session that mirrors the interface matches it.</summary>
    NoRule,

    /// <summary>No session that mirrors has the interface as a source.</summary>
    NoSession,

    /// <summary>The region declares its interfaces, and this one is not there or not in use: it carries no packets.</summary>
    InterfaceNotInUse,

    /// <summary>The service mirrors IPv4 only.</summary>
    NotIPv4,

    /// <summary>The service does not mirror DHCP (UDP between ports 67 and 68).</summary>
    Dhcp,
}
