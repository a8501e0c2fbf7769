using VpcMirrorOperator.Kinds.Policies.Packing;

namespace VpcMirrorOperator.Kinds.Policies.Planning;

/// <summary>The one reason of each interface: whether it is seen, and if not, why (rule P24).</summary>
internal static class CoverageReasons
{
    /// <summary>Listed in an enabled session.</summary>
    public const string Covered = "Covered";

    /// <summary>Being added.</summary>
    public const string Pending = nameof(PlaceReason.Pending);

    /// <summary>Its session is disabled.</summary>
    public const string Disabled = "Disabled";

    /// <summary>Its session is locked for the account's arrears.</summary>
    public const string FinancialLocked = "FinancialLocked";

    /// <summary>The cloud refuses it.</summary>
    public const string Rejected = nameof(PlaceReason.Rejected);

    /// <summary>It is the target of a session.</summary>
    public const string IsTarget = "IsTarget";

    /// <summary>A cloud service manages it.</summary>
    public const string ServiceManaged = "ServiceManaged";

    /// <summary>It is attached to nothing.</summary>
    public const string NotInUse = "NotInUse";

    /// <summary>A pod or node whose interface is not known, or an id that the region does not have.</summary>
    public const string NoInterface = "NoInterface";

    /// <summary>Under Skip: it also carries pods that are not selected.</summary>
    public const string SharedInterfaceSkipped = "SharedInterfaceSkipped";

    /// <summary>An entry of <c>exclude</c> names it.</summary>
    public const string Excluded = "Excluded";

    /// <summary>Reasons that say nothing against Ready: the interface cannot or shall not be mirrored.</summary>
    public static bool IsOutOfReach(string reason) =>
        reason is IsTarget or ServiceManaged or NotInUse or NoInterface or SharedInterfaceSkipped or Excluded;

    /// <summary>What a person can do about it; null when it passes by itself.</summary>
    public static string? Remedy(string reason) => reason switch
    {
        nameof(PlaceReason.QuotaOfTarget) => "Add a target, raise targets[].maxSources where the cloud allows more, or select less.",
        nameof(PlaceReason.QuotaOfInterface) => "They are in three sessions already, the most that the cloud allows: free one.",
        nameof(PlaceReason.PriorityExhausted) => "Widen sessionTemplate.priorities: each session needs a number of its own.",
        nameof(PlaceReason.LimitExceeded) => "Raise limits.maxInterfaces, or select less.",
        nameof(PlaceReason.FilterNotReady) => "See the filter that filterRef names: no session is made without one.",
        nameof(PlaceReason.Held) => "Removals wait for an approval, and hold the places: see SafetyHold.",
        Rejected => "See status.rejectedSources of the sessions, label vpcmirror.io/policy.",
        Disabled => "The sessions are disabled: see sessionTemplate.enabled.",
        FinancialLocked => "The account is in arrears: settle it.",
        _ => null,
    };
}
