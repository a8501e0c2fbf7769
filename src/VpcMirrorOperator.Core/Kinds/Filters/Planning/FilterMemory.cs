using System.Collections.Immutable;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorFilters;
using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Engine.Operations;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kinds.Filters.Planning;

/// <summary>
/// What a process has learned about one filter and may forget: losing it costs time, never correctness. Immutable, so that the planner
/// stays
/// a function.
/// </summary>
internal sealed record FilterMemory
{
    /// <summary>The latest attempt that was definitely answered, or never sent, like all before it.</summary>
    public OperationAttempt? Answered { get; init; }

    /// <summary>The latest attempt that the cloud rejected for what it asks.</summary>
    public OperationAttempt? Rejected { get; init; }

    /// <summary>The latest acceptance, in case the status could not be written after it.</summary>
    public AcceptedOperation? Accepted { get; init; }

    /// <summary>The sequence of the latest operation that this process saw being carried out.</summary>
    public long SeenBusySequence { get; init; }

    /// <summary>How long after its acceptance the latest operation was last seen unfinished; zero if never.</summary>
    public TimeSpan SeenUnfinished { get; init; }

    /// <summary>When our latest call ended: what was read before is of another state.</summary>
    public DateTimeOffset WrittenAt { get; init; }

    /// <summary>The filter as it was observed last, to tell our changes from others'; null at first.</summary>
    public ObservedFilter? Seen { get; init; }

    /// <summary>The most rules that the cloud took; null while nothing was refused.</summary>
    public int? Quota { get; init; }

    /// <summary>Until when <see cref="Quota"/> is believed.</summary>
    public DateTimeOffset QuotaUntil { get; init; }

    /// <summary>What our latest writes did, one line each, newest first, for this generation of the object.</summary>
    public ImmutableArray<string> Done { get; init; } = [];

    /// <summary>The generation that <see cref="Done"/> is of.</summary>
    public long DoneGeneration { get; init; }

    /// <summary>How often our changes were taken back, one time after the other.</summary>
    public int Undone { get; init; }

    /// <summary>When that was last seen.</summary>
    public DateTimeOffset LastUndoneAt { get; init; }

    /// <summary>The reason that was last told as an event; null when none was.</summary>
    public string? Announced { get; init; }

    /// <summary>
    /// The digest of the rules as somebody else left them, once that was told; null while nothing is to be told. The status has it only
    /// when a write, or the next report, could be recorded.
    /// </summary>
    public string? ToldDrift { get; init; }

    /// <summary>True while writes fail: the conditions that say so stay until one is accepted.</summary>
    public bool WritesFail { get; init; }

    /// <summary>Reads that failed in a row.</summary>
    public int FailedReads { get; init; }

    /// <summary>When the first of the reads was started that do not show the filter; null when the last one did.</summary>
    public DateTimeOffset? MissingSince { get; init; }

    /// <summary>Since when the filter has been busy with somebody else's change; null when it is not.</summary>
    public DateTimeOffset? BusySince { get; init; }

    /// <summary>Since when this process has known the object as the owner of its filter; null while it is not.</summary>
    public DateTimeOffset? OwnerSince { get; init; }

    /// <summary>When the next observation is due.</summary>
    public DateTimeOffset DueAt { get; init; }

    /// <summary>The latest calls of this process, newest first.</summary>
    public IReadOnlyList<FilterWriteRecord> Calls { get; init; } = [];

    /// <summary>What the status carries over a restart: the reason told last.</summary>
    public static FilterMemory From(TrafficMirrorFilterStatus? status) => new()
    {
        Announced = Conditions.Find(status?.Conditions ?? [], ConditionTypes.Ready)?.Reason,
    };
}
