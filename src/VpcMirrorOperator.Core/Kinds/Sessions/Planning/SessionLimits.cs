namespace VpcMirrorOperator.Kinds.Sessions.Planning;

/// <summary>Limits and times of the session planner.</summary>
internal static class SessionLimits
{
    /// <summary>The most ids in one remove call (API page: N at most 10).</summary>
    public const int RemoveBatchSize = 10;

    /// <summary>How often our changes must be taken back, one time after the other, before the session counts as contested.</summary>
    public const int ContestAfter = 3;

    /// <summary>How far apart two reads must be that agree on something final (rule 11).</summary>
    public static readonly TimeSpan ConfirmAfter = TimeSpan.FromSeconds(5);

    /// <summary>For how long an object may go on saying what it said while its session cannot be read.</summary>
    public static readonly TimeSpan UnobservedGrace = TimeSpan.FromSeconds(15);

    /// <summary>For how long the reconciles of an object may end without a word, also while they wait for a slow cloud.</summary>
    public static readonly TimeSpan SilentGrace = TimeSpan.FromMinutes(2);

    /// <summary>The oldest observation on which a write is decided.</summary>
    public static readonly TimeSpan WriteFreshness = TimeSpan.FromSeconds(2);

    /// <summary>The pause before we write to a contested session; doubles each time, up to <see cref="MaxContestPause"/>.</summary>
    public static readonly TimeSpan FirstContestPause = TimeSpan.FromMinutes(1);

    /// <summary>The longest pause before we write to a contested session.</summary>
    public static readonly TimeSpan MaxContestPause = TimeSpan.FromHours(1);

    /// <summary>
    /// How often the other one of two writers comes back at least: the default drift check interval. Ours may be shorter than its.
    /// </summary>
    public static readonly TimeSpan ContestReturn = TimeSpan.FromMinutes(5);

    /// <summary>
    /// The first pause before a source that the cloud rejects is tried again; doubles up to <see cref="MaxSourceRetry"/>.
    /// </summary>
    public static readonly TimeSpan FirstSourceRetry = TimeSpan.FromMinutes(5);

    /// <summary>The longest pause before a rejected source is tried again.</summary>
    public static readonly TimeSpan MaxSourceRetry = TimeSpan.FromHours(1);

    /// <summary>How long a learned session capacity is believed: quotas can be raised.</summary>
    public static readonly TimeSpan CapacityMemory = TimeSpan.FromMinutes(10);

    /// <summary>The pause between observations of a session that waits for a user.</summary>
    public static readonly TimeSpan StalledPoll = TimeSpan.FromMinutes(1);

    /// <summary>
    /// The pause before the first observation of a session that somebody else is changing, and after an answer that says "already done".
    /// </summary>
    public static readonly TimeSpan BusyPoll = TimeSpan.FromSeconds(2);
}
