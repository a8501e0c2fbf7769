namespace VpcMirrorOperator.Engine.Operations;

/// <summary>
/// What an observation, and this process' own memory, say about a recorded operation. Made by the kind; judged by the engine.
/// </summary>
internal readonly record struct OperationEvidence
{
    /// <summary>Whether the cloud shows the object of the operation at all.</summary>
    public required bool Exists { get; init; }

    /// <summary>Whether that object is being deleted.</summary>
    public bool IsGoing { get; init; }

    /// <summary>Whether that object takes writes, so that nothing is being carried out.</summary>
    public bool IsSettled { get; init; }

    /// <summary>Whether it shows what the operation asked for.</summary>
    public bool ShowsEffect { get; init; }

    /// <summary>When the read was started.</summary>
    public required DateTimeOffset ReadAt { get; init; }

    /// <summary>How much longer than the in-flight limit this operation is waited for; zero usually.</summary>
    public TimeSpan ExtraWait { get; init; }

    /// <summary>The latest attempt that was definitely answered, or never sent, like all before it.</summary>
    public OperationAttempt? Answered { get; init; }

    /// <summary>The latest attempt that the cloud rejected for what it asks.</summary>
    public OperationAttempt? Rejected { get; init; }

    /// <summary>The sequence of the latest operation that this process saw being carried out.</summary>
    public long SeenBusySequence { get; init; }
}
