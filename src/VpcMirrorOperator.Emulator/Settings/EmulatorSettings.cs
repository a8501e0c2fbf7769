namespace VpcMirrorOperator.Emulator.Settings;

/// <summary>
/// How the emulated service behaves where the real one is undocumented, slow or variable. The defaults are the behaviour
/// that the API pages describe. Given in the seed, in code, or over the control API.
/// </summary>
public sealed record EmulatorSettings
{
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

    /// <summary>Sources that one session can hold (1 or more); null for no limit.</summary>
    public int? MaxSourcesPerSession { get; init; }

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
