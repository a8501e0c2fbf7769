namespace VpcMirrorOperator.Emulator.Settings;

/// <summary>
/// How the emulated service behaves where the real one is undocumented, slow or variable. The defaults are the behaviour
/// that the API pages describe. Given in the seed, in code, or over the control API.
/// </summary>
public sealed record EmulatorSettings
{
    /// <summary>An account whose quotas on sources were raised beyond every need; everything else is as by default.</summary>
    public static EmulatorSettings RaisedQuotas { get; } = new()
    {
        MaxSourcesPerSession = int.MaxValue,
        MaxSessionsPerInterface = int.MaxValue,
        MaxSourcesPerSmallTarget = int.MaxValue,
        MaxSourcesPerLargeTarget = int.MaxValue,
        MaxSourcesPerLoadBalancer = int.MaxValue,
    };

    /// <summary>How long List still shows a session as it was before an accepted write (0 to 24 h). The API does not
    /// promise that a read right after a write sees it.</summary>
    public TimeSpan StaleAfterWrite { get; init; }

    /// <summary>How long a session is visibly <c>Modifying</c> after a write (0 to 24 h).</summary>
    public TimeSpan ModifyDuration { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>The longest time added to <see cref="ModifyDuration"/>, drawn for each write from the seeded randomness.</summary>
    public TimeSpan ModifyJitter { get; init; }

    /// <summary>When the changed sources show up in the list.</summary>
    public ApplyAt ApplyAt { get; init; } = ApplyAt.End;

    /// <summary>Ids that one Add call may carry (1 to 1000). The documentation says 1 in one place and shows lists in another.</summary>
    public int MaxSourcesPerAdd { get; init; } = 10;

    /// <summary>Ids that one Remove call may carry (1 to 1000); documented as 10.</summary>
    public int MaxSourcesPerRemove { get; init; } = 10;

    /// <summary>Sources that one session can hold (1 or more); documented as 10, and raised on request.</summary>
    public int MaxSourcesPerSession { get; init; } = 10;

    /// <summary>Sessions that one network interface can be a source of (1 or more); documented as 3.</summary>
    public int MaxSessionsPerInterface { get; init; } = 3;

    /// <summary>Sources of one target interface on an ordinary instance, over all its sessions (1 or more).</summary>
    public int MaxSourcesPerSmallTarget { get; init; } = 20;

    /// <summary>Sources of one target interface on a large instance type, over all its sessions (1 or more).</summary>
    public int MaxSourcesPerLargeTarget { get; init; } = 200;

    /// <summary>Sources of one load balancer or endpoint as target, over all its sessions (1 or more).</summary>
    public int MaxSourcesPerLoadBalancer { get; init; } = 500;

    /// <summary>Rules of one filter, both directions together (1 or more).</summary>
    public int MaxRulesPerFilter { get; init; } = 20;

    /// <summary>Filters of an account in a region (1 or more).</summary>
    public int MaxFilters { get; init; } = 100;

    /// <summary>Sessions of an account in a region (1 or more).</summary>
    public int MaxSessions { get; init; } = 20_000;

    /// <summary>Sessions that use one filter (1 or more).</summary>
    public int MaxSessionsPerFilter { get; init; } = 2_000;

    /// <summary>The error code for a source more than <see cref="MaxSourcesPerSession"/>. The real one is not documented.</summary>
    public string SessionFullCode { get; init; } = "QuotaExceeded.TrafficMirrorSource";

    /// <summary>The error code for a session more than <see cref="MaxSessionsPerInterface"/>. The real one is not documented.</summary>
    public string InterfaceFullCode { get; init; } = "QuotaExceeded.TrafficMirrorSessionPerSource";

    /// <summary>The error code for a source more than a target takes. The real one is not documented.</summary>
    public string TargetFullCode { get; init; } = "QuotaExceeded.TrafficMirrorTarget";

    /// <summary>The error code for a rule more than <see cref="MaxRulesPerFilter"/>. The real one is not documented.</summary>
    public string RuleQuotaCode { get; init; } = "QuotaExceeded.TrafficMirrorFilterRule";

    /// <summary>The error code for a filter more than <see cref="MaxFilters"/>. The real one is not documented.</summary>
    public string FilterQuotaCode { get; init; } = "QuotaExceeded.TrafficMirrorFilter";

    /// <summary>The error code for a session more than <see cref="MaxSessions"/>. The real one is not documented.</summary>
    public string SessionQuotaCode { get; init; } = "QuotaExceeded.TrafficMirrorSession";

    /// <summary>The error code for a session more than <see cref="MaxSessionsPerFilter"/>. The real one is not documented.</summary>
    public string FilterFullCode { get; init; } = "QuotaExceeded.TrafficMirrorSessionPerFilter";

    /// <summary>The error code for a priority that another session or rule has. The real one is not documented.</summary>
    public string PriorityTakenCode { get; init; } = "DuplicatedParam.Priority";

    /// <summary>The error code for a source that is the target. The real one is not documented.</summary>
    public string SourceIsTargetCode { get; init; } = "OperationDenied.SourceIsTarget";

    /// <summary>The error code for the deletion of a filter that a session uses. The real one is not documented.</summary>
    public string FilterInUseCode { get; init; } = "IncorrectStatus.TrafficMirrorFilter";

    /// <summary>Whether two sessions of an account and region cannot have one priority; documented so.</summary>
    public bool UniquePriorities { get; init; } = true;

    /// <summary>Whether an interface cannot be source and target of one session; documented so.</summary>
    public bool SourceMustDifferFromTarget { get; init; } = true;

    /// <summary>Whether a write during a change is answered with OperationConflict instead of IncorrectStatus; not documented.</summary>
    public bool BusyAsOperationConflict { get; init; }

    /// <summary>How long sessions of an account with overdue payment exist before they are deleted (0 to 8760 h).</summary>
    public TimeSpan ArrearsGrace { get; init; } = TimeSpan.FromDays(15);

    /// <summary>The error code for an Add with more ids than <see cref="MaxSourcesPerAdd"/>. The real one is not documented.</summary>
    public string AddLimitCode { get; init; } = "IllegalParam.TrafficMirrorSourceIds";

    /// <summary>The error code for a Remove with more ids than <see cref="MaxSourcesPerRemove"/>. The real one is not documented.</summary>
    public string RemoveLimitCode { get; init; } = "IllegalParam.TrafficMirrorSourceIds";

    /// <summary>How far a request's date may be from the emulator's clock (1 s to 24 h); documented as 15 min.</summary>
    public TimeSpan ClockSkewTolerance { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>How long a ClientToken is remembered after its call was accepted (1 s to 24 h). The real lifetime is not
    /// documented; a short one shows what a client does that repeats too late.</summary>
    public TimeSpan TokenLifetime { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How long after an accepted call its token is answered with <c>LastTokenProcessing</c> instead of a replay
    /// (0 to 24 h).</summary>
    public TimeSpan TokenProcessing { get; init; }

    /// <summary>Whether a replayed call is answered with the RequestId of the first one; false gives each replay its own.</summary>
    public bool ReplayKeepsRequestId { get; init; } = true;

    /// <summary>How long lists show the tags of a session, filter or interface as they were before a call changed or gave them (0 to 24 h);
    /// not documented. What the resource has counts at once.</summary>
    public TimeSpan TagDelay { get; init; }

    /// <summary>Whether a deleted network interface leaves its sessions by itself; false keeps it listed, and removing it fails.</summary>
    public bool DeletedInterfaceLeavesSessions { get; init; }

    /// <summary>How long a network interface is Creating, Attaching, Detaching or Deleting (0 to 24 h).</summary>
    public TimeSpan InterfaceChangeDuration { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The longest time added to <see cref="InterfaceChangeDuration"/>, drawn for each change from the seeded
    /// randomness.</summary>
    public TimeSpan InterfaceChangeJitter { get; init; }

    /// <summary>Whether an interface must be InUse to become a source, in regions that declare interfaces. No page says so; all examples
    /// attach it first.</summary>
    public bool SourceMustBeInUse { get; init; } = true;

    /// <summary>The error code for a source that is not InUse. The real one is not documented.</summary>
    public string InterfaceNotInUseCode { get; init; } = "IncorrectStatus.NetworkInterface";

    /// <summary>The error code for an interface that can never be a source: one that a cloud service manages (documented, without a code),
    /// and a member if <see cref="MembersRefused"/>.</summary>
    public string InterfaceRefusedCode { get; init; } = "OperationDenied.NetworkInterface";

    /// <summary>Whether member interfaces are refused as sources. No page says whether they are.</summary>
    public bool MembersRefused { get; init; }

    /// <summary>Whether DescribeNetworkInterfaces answers an unknown id with <c>InvalidEniId.NotFound</c>; false leaves it out. Both are
    /// possible by the documentation.</summary>
    public bool UnknownInterfaceRefused { get; init; }

    /// <summary>How long the HTTP host holds each answer back (0 to 24 h). In process, answers never wait.</summary>
    public TimeSpan ReplyDelay { get; init; }

    /// <summary>Calls kept in the call log, the newest ones (1 to 10,000,000).</summary>
    public int CallLogCapacity { get; init; } = 100_000;
}
