namespace VpcMirrorOperator.Api.TrafficMirrorPolicies;

/// <summary>Bounds of the spec, the same as in the CRD's schema.</summary>
public static class PolicyBounds
{
    /// <summary>The longest name of a policy, in characters, so that its sessions' names fit.</summary>
    public const int MaxName = 50;

    /// <summary>The most entries of <c>sources</c>, and of <c>exclude</c>.</summary>
    public const int MaxEntries = 32;

    /// <summary>The most ids of one entry.</summary>
    public const int MaxIds = 1000;

    /// <summary>The most tags of one selector.</summary>
    public const int MaxTags = 20;

    /// <summary>The most vSwitches of one selector.</summary>
    public const int MaxVSwitches = 32;

    /// <summary>The most targets.</summary>
    public const int MaxTargets = 64;

    /// <summary>The most sources that a target may be declared to take.</summary>
    public const int MaxSourcesOfTarget = 100_000;

    /// <summary>The largest <c>limits.maxInterfaces</c>.</summary>
    public const int MaxInterfaces = 1_000_000;

    /// <summary>The longest <c>namePrefix</c>, so that what tells the sessions apart fits behind it.</summary>
    public const int MaxNamePrefix = 100;

    /// <summary>The longest <c>removalDelay</c>.</summary>
    public static readonly TimeSpan MaxRemovalDelay = TimeSpan.FromHours(24);
}
