using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Engine.Operations;

namespace VpcMirrorOperator.Kinds.Sessions.Planning;

/// <summary>What a process remembers of its own writes to a session.</summary>
internal sealed record OperationMemory
{
    /// <summary>No writes yet. One for all objects.</summary>
    public static readonly OperationMemory None = new();

    /// <summary>
    /// The latest attempt that was definitely answered, or never sent, like all before it: no call of its operation is on its way.
    /// </summary>
    public OperationAttempt? Answered { get; init; }

    /// <summary>The latest attempt that the cloud rejected for what it asks: it must not be repeated as it is.</summary>
    public OperationAttempt? RejectedAttempt { get; init; }

    /// <summary>The latest acceptance of an operation, in case the status could not be written after it.</summary>
    public AcceptedOperation? Accepted { get; init; }

    /// <summary>The sequence of the latest operation that this process saw being carried out.</summary>
    public long SeenBusySequence { get; init; }

    /// <summary>
    /// The latest sequence of which anything is remembered. A lost status begins to count anew: what is known of an operation must not pass
    /// for what is known of another one with its number.
    /// </summary>
    public long KnownSequence => Math.Max(
        Math.Max(Answered?.Sequence ?? 0, RejectedAttempt?.Sequence ?? 0), Math.Max(Accepted?.Sequence ?? 0, SeenBusySequence));

    /// <summary>How long after its acceptance the latest operation was last seen unfinished; zero if never.</summary>
    public TimeSpan SeenUnfinished { get; init; }

    /// <summary>What our latest writes did, to notice when somebody takes it back.</summary>
    public FinishedWrites Finished { get; init; } = FinishedWrites.None;

    /// <summary>Another writer takes our changes back; null when none does. The status carries it over a restart.</summary>
    public ContestState? Contest { get; init; }

    /// <summary>The latest calls of this process, newest first, at most <see cref="TrafficMirrorSessionStatus.MaxLastWrites"/>.</summary>
    public IReadOnlyList<WriteRecord> Calls { get; init; } = [];
}
