namespace VpcMirrorOperator.Engine.Operations;

/// <summary>Times that the judgement of a recorded operation rests on.</summary>
internal static class OperationLimits
{
    /// <summary>How long a cloud object may be changing before that counts as too long.</summary>
    public static readonly TimeSpan OperationTimeout = TimeSpan.FromMinutes(5);

    /// <summary>How long after an accepted write a read may still show the old state (read-after-write is not promised).</summary>
    public static readonly TimeSpan StaleReadLimit = TimeSpan.FromSeconds(60);

    /// <summary>
    /// How long after its intent a call may still be on its way: the intent's freshness limit plus the call's own time limit. Before
    /// that, nobody else repeats the call and nobody sends another one.
    /// </summary>
    public static readonly TimeSpan InFlightLimit = TimeSpan.FromSeconds(20);

    /// <summary>
    /// How long after its intent a call may leave this machine. The rest of <see cref="InFlightLimit"/> is for its way through the network.
    /// </summary>
    public static readonly TimeSpan SendLimit = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How long recording an intent may take. A process that was paused for longer observes again instead: by then another one may have
    /// taken over.
    /// </summary>
    public static readonly TimeSpan IntentFreshness = TimeSpan.FromSeconds(5);

    /// <summary>How far the clocks of two processes may differ; added to what another process recorded.</summary>
    public static readonly TimeSpan ClockMargin = TimeSpan.FromSeconds(5);
}
