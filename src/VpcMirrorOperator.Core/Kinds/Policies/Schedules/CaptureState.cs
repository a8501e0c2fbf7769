namespace VpcMirrorOperator.Kinds.Policies.Schedules;

/// <summary>What a schedule says now.</summary>
internal enum CaptureState
{
    /// <summary>The policy captures.</summary>
    Open,

    /// <summary>An end that was announced in time has come: the sessions are closed at once, without delay or guard.</summary>
    Closed,

    /// <summary>
    /// Outside of a window that was not announced in time: nothing is wanted, and what is there leaves as anything else that is no longer
    /// selected, by delay and guard.
    /// </summary>
    Outside,
}
