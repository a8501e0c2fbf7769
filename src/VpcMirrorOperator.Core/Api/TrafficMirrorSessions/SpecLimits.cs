using VpcMirrorOperator.Api.Shared;

namespace VpcMirrorOperator.Api.TrafficMirrorSessions;

/// <summary>Bounds of the spec, the same as in the CRD's schema.</summary>
public static class SpecLimits
{
    /// <summary>The most sources that one object may list. Bounds the object's size and the cost of CEL rules; not a cloud limit.</summary>
    public const int MaxSources = 2000;

    /// <summary>The longest time over which removals are counted; longer ones count as this.</summary>
    public static readonly TimeSpan MaxRemovalWindow = TimeSpan.FromHours(24);

    /// <summary>The longest id accepted, in characters.</summary>
    public const int MaxIdLength = 64;

    /// <summary>The longest name of a session (API page).</summary>
    public const int MaxNameLength = 128;

    /// <summary>The longest description of a session (API page).</summary>
    public const int MaxDescriptionLength = 256;

    /// <summary>The largest priority; the smallest is 1 (API page).</summary>
    public const int MaxPriority = 32766;

    /// <summary>The largest VXLAN network identifier; the smallest is 0 (API page).</summary>
    public const int MaxVirtualNetworkId = 16777215;

    /// <summary>The fewest bytes of each packet (API page).</summary>
    public const int MinPacketLength = 64;

    /// <summary>The most bytes of each packet (API page).</summary>
    public const int MaxPacketLength = 8500;

    /// <summary>The most tags beside the operator's own.</summary>
    public const int MaxTags = 16;

    /// <summary>The longest key or value of a tag (API page).</summary>
    public const int MaxTagLength = 128;

    /// <summary>The longest type of a target.</summary>
    public const int MaxTargetTypeLength = 64;

    /// <summary>The shortest drift check interval that is honoured; shorter ones count as this.</summary>
    public static readonly TimeSpan MinDriftCheckInterval = DriftCheckLimits.Shortest;

    /// <summary>
    /// The longest drift check interval that is honoured; longer ones count as this. It bounds how long a change by somebody else goes
    /// unnoticed.
    /// </summary>
    public static readonly TimeSpan MaxDriftCheckInterval = DriftCheckLimits.Longest;
}
