using System.Collections.Immutable;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Engine.Operations;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kinds.Sessions.Planning;

/// <summary>
/// What a process has learned about one session and may forget: losing it costs time, never correctness. Immutable, so that the
/// planner stays a function.
/// </summary>
public sealed record SessionMemory
{
    /// <summary>Nothing learned yet.</summary>
    public static readonly SessionMemory Empty = new();

    /// <summary>Batches that were refused for one of their ids, halved: tried one after another until the culprit is alone.</summary>
    public ImmutableList<SuspectBatch> Suspects { get; init; } = [];

    /// <summary>Sources that the cloud refuses on their own account.</summary>
    public ImmutableSortedDictionary<string, RefusedSource> Refused { get; init; } =
        ImmutableSortedDictionary.Create<string, RefusedSource>(StringComparer.Ordinal);

    /// <summary>The most sources that the session takes, once the cloud has said so; null while unknown.</summary>
    public int? Capacity { get; init; }

    /// <summary>Until when <see cref="Capacity"/> is believed.</summary>
    public DateTimeOffset CapacityUntil { get; init; }

    /// <summary>The plan that passed a dry run, moved on with our operations like an approval.</summary>
    public string? ValidatedPlan { get; init; }

    /// <summary>The latest attempt that was definitely answered, or never sent, like all before it: no call of its operation is on its way.</summary>
    public OperationAttempt? Answered { get; init; }

    /// <summary>The latest attempt that the cloud refused for what it asks: it must not be repeated as it is.</summary>
    public OperationAttempt? RefusedAttempt { get; init; }

    /// <summary>The latest acceptance of an operation, in case the status could not be written after it.</summary>
    public AcceptedOperation? Accepted { get; init; }

    /// <summary>The sequence of the latest operation that this process saw being carried out.</summary>
    public long SeenBusySequence { get; init; }

    /// <summary>How long after its acceptance the latest operation was last seen unfinished; zero if never.</summary>
    public TimeSpan SeenUnfinished { get; init; }

    /// <summary>True while writes fail: the conditions that say so stay until one is accepted, and do not flap with each attempt.</summary>
    public bool WritesFail { get; init; }

    /// <summary>The reason that was last told as an event; null when none was. Tells transitions from repeats.</summary>
    public string? Announced { get; init; }

    /// <summary>Reads that failed in a row.</summary>
    public int FailedReads { get; init; }

    /// <summary>How old a read may be for the next look at rest, when that is less than the drift check interval.</summary>
    public TimeSpan? RestAge { get; init; }

    /// <summary>When the next look is due; a read started since then is new enough for it.</summary>
    public DateTimeOffset LookDueAt { get; init; }

    /// <summary>Something final that the latest answers said, to be confirmed; null when there is nothing.</summary>
    public Finding? Finding { get; init; }

    /// <summary>What our latest writes did, to notice when somebody takes it back.</summary>
    public FinishedWrites Finished { get; init; } = FinishedWrites.None;

    /// <summary>Another writer takes our changes back; null when none does. The status carries it over a restart.</summary>
    public ContestState? Contest { get; init; }

    /// <summary>Since when this process has known the object as the owner of its session; null while it is not.</summary>
    public DateTimeOffset? OwnerSince { get; init; }

    /// <summary>Until when the list is observed often, because a call of unknown outcome may have been executed at the last moment.</summary>
    public DateTimeOffset RecheckUntil { get; init; }

    /// <summary>Since when the session has been busy with somebody else's change; null when it is not.</summary>
    public DateTimeOffset? BusySince { get; init; }

    /// <summary>The sources refused so far and the reason told last, with what the status lists, for a process that has just started.</summary>
    /// <param name="status">The object's status.</param>
    /// <param name="retryAt">When those sources are tried again.</param>
    public static SessionMemory From(TrafficMirrorSessionStatus? status, DateTimeOffset retryAt) => Empty with
    {
        Refused = Empty.Refused.AddRange((status?.RejectedSources ?? []).Select(source => KeyValuePair.Create(
            source.Id, new RefusedSource(source.Code, source.Message, source.Since, retryAt, Failures: 1)))),
        Contest = status?.Contest,
        Announced = Conditions.Find(status?.Conditions ?? [], ConditionTypes.Ready)?.Reason,
    };

    /// <summary>The capacity if it is still believed.</summary>
    /// <param name="now">The time of the pass.</param>
    public int? CapacityAt(DateTimeOffset now) => now < CapacityUntil ? Capacity : null;
}
