using VpcMirrorOperator.Api.Shared;

namespace VpcMirrorOperator.Api.TrafficMirrorPolicies;

/// <summary>
/// The declared state: which interfaces are to be mirrored and to where. The operator packs them into sessions. Defaults are applied by
/// <see cref="PolicyDefaults"/>, never written back.
/// </summary>
public sealed record TrafficMirrorPolicySpec
{
    /// <summary>The region of interfaces, targets and sessions, for example <c>cn-hangzhou</c>. Immutable.</summary>
    public required string RegionId { get; init; }

    /// <summary>What is mirrored: the union of 1 to <see cref="PolicyBounds.MaxEntries"/> entries.</summary>
    public required IReadOnlyList<SourceEntry> Sources { get; init; }

    /// <summary>What is not mirrored although an entry selects it; at most <see cref="PolicyBounds.MaxEntries"/> entries.</summary>
    public IReadOnlyList<SourceEntry> Exclude { get => field ?? []; init; } = [];

    /// <summary>Interfaces that carry selected and unselected pods; default <see cref="SharedInterfaces.Mirror"/>.</summary>
    public SharedInterfaces? SharedInterfaces { get; init; }

    /// <summary>Where the copies may go, each id once.</summary>
    public required IReadOnlyList<PolicyTarget> Targets { get; init; }

    /// <summary>On which target a session is opened; default <see cref="Placement.LeastSources"/>.</summary>
    public Placement? Placement { get; init; }

    /// <summary>The filter of all its sessions, a <c>TrafficMirrorFilter</c> of its namespace; this or <see cref="FilterId"/>.</summary>
    public FilterReference? FilterRef { get; init; }

    /// <summary>The filter of all its sessions, <c>tmf-…</c>; this or <see cref="FilterRef"/>.</summary>
    public string? FilterId { get; init; }

    /// <summary>What all its sessions have in common.</summary>
    public required SessionTemplate SessionTemplate { get; init; }

    /// <summary>The most sources of one session; default 10, the quota of every account. Listed ids stay when it is lowered.</summary>
    public int? MaxSourcesPerSession { get; init; }

    /// <summary>How long an interface that is no longer selected stays mirrored; default 5 m.</summary>
    public TimeSpan? RemovalDelay { get; init; }

    /// <summary>Time-boxed capture; null: always.</summary>
    public CaptureWindow? Schedule { get; init; }

    /// <summary>Bounds on what it may take.</summary>
    public PolicyLimitsSpec? Limits { get; init; }

    /// <summary>Guards against a selection that would blind the sensors.</summary>
    public PolicySafetySpec? Safety { get; init; }

    /// <summary>What the operator may do to reach the declared state; default <see cref="ManagementPolicy.Sync"/>.</summary>
    public ManagementPolicy? ManagementPolicy { get; init; }

    /// <summary>True: nothing is written until unset. Default false.</summary>
    public bool? Suspend { get; init; }

    /// <summary>What happens to the sessions when the policy is deleted; default <see cref="DeletionPolicy.Retain"/>.</summary>
    public DeletionPolicy? DeletionPolicy { get; init; }
}
