namespace VpcMirrorOperator.Kinds.Sessions.Planning;

/// <summary>Limits and times of the engine. The defaults are the product's; tests vary them.</summary>
public sealed record PlannerSettings
{
    /// <summary>The most ids in one remove call (API page: N at most 10).</summary>
    public int RemoveBatchSize { get; init; } = 10;

    /// <summary>The ids in one add call until the cloud refuses that many. The documentation contradicts itself here, so this is learned.</summary>
    public int AddBatchSize { get; init; } = 10;

    /// <summary>How long a session may stay <c>Modifying</c> before the object is <c>Stalled</c> with <c>ModifyingTimeout</c>.</summary>
    public TimeSpan OperationTimeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long after an accepted write the list may still show the old state (read-after-write is not promised).</summary>
    public TimeSpan StaleReadLimit { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// How long after its intent a call may still be on its way: the intent's freshness limit plus the call's own time limit. Before
    /// that, nobody else repeats the call and nobody sends another one.
    /// </summary>
    public TimeSpan InFlightLimit { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>
    /// How long after its intent a call may leave this machine. The rest of <see cref="InFlightLimit"/> is for its way through the network.
    /// </summary>
    public TimeSpan SendLimit { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How far apart two reads must be that agree on something final; zero: one is enough.</summary>
    public TimeSpan ConfirmAfter { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How often our changes must be taken back, one time after the other, before the session counts as contested.</summary>
    public int ContestAfter { get; init; } = 3;

    /// <summary>The pause before we write to a contested session; doubles each time, up to <see cref="MaxContestPause"/>.</summary>
    public TimeSpan FirstContestPause { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The longest pause before we write to a contested session.</summary>
    public TimeSpan MaxContestPause { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How far the clocks of two processes may differ; added to what another process recorded.</summary>
    public TimeSpan ClockMargin { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The first pause before a source that the cloud refuses is tried again; doubles up to <see cref="MaxSourceRetry"/>.</summary>
    public TimeSpan FirstSourceRetry { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The longest pause before a refused source is tried again.</summary>
    public TimeSpan MaxSourceRetry { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How long a learned session capacity is believed: quotas can be raised.</summary>
    public TimeSpan CapacityMemory { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>The pause between looks at a session that waits for a user.</summary>
    public TimeSpan StalledPoll { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The pause before the first look at a session that somebody else is changing, and after an answer that says "already done".</summary>
    public TimeSpan BusyPoll { get; init; } = TimeSpan.FromSeconds(2);
}
