using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kinds.Sessions.Planning;

/// <summary>
/// What a process has learned about one session and may forget: losing it costs time, never correctness. Immutable, so that the
/// planner stays a function; a value, so that a session at rest takes nothing but its times.
/// </summary>
internal readonly record struct SessionMemory
{
    private readonly Lessons? _lessons;

    /// <summary>Nothing learned yet.</summary>
    public static SessionMemory Empty => default;

    /// <summary>Which sources the cloud takes.</summary>
    public SourceTrials Trials
    {
        get => _lessons?.Trials ?? SourceTrials.None;
        init => _lessons = value == SourceTrials.None && _lessons is null
            ? null
            : Lessons.Used((_lessons ?? Lessons.None) with { Trials = value });
    }

    /// <summary>What became of our writes.</summary>
    public OperationMemory Operation
    {
        get => _lessons?.Operation ?? OperationMemory.None;
        init => _lessons = value == OperationMemory.None && _lessons is null
            ? null
            : Lessons.Used((_lessons ?? Lessons.None) with { Operation = value });
    }

    /// <summary>The reason that was last told as an event; null when none was. Tells transitions from repeats.</summary>
    public string? Announced { get; init; }

    /// <summary>Which attributes the cloud refuses.</summary>
    public AttributeTrial Attributes
    {
        get => _lessons?.Attributes ?? AttributeTrial.None;
        init => _lessons = value == AttributeTrial.None && _lessons is null
            ? null
            : Lessons.Used((_lessons ?? Lessons.None) with { Attributes = value });
    }

    /// <summary>What was said about the object, to say it once.</summary>
    public ReportMemory Report
    {
        get => _lessons?.Report ?? ReportMemory.None;
        init => _lessons = value == ReportMemory.None && _lessons is null
            ? null
            : Lessons.Used((_lessons ?? Lessons.None) with { Report = value });
    }

    /// <summary>When the session is observed next, and since when it has been as it is.</summary>
    public ObservationTimes Times { get; init; }

    /// <summary>Whether nothing in it ends or begins with time alone.</summary>
    public bool IsTimeless => Trials == SourceTrials.None && Attributes == AttributeTrial.None && Report == ReportMemory.None
        && Operation.Contest is null && Times is { RestAge: null, BusySince: null };

    /// <summary>What the status carries over a restart: rejected sources, a contest, the reason told last.</summary>
    /// <param name="status">The object's status.</param>
    /// <param name="retryAt">When the rejected sources are tried again.</param>
    public static SessionMemory From(TrafficMirrorSessionStatus? status, DateTimeOffset retryAt) => new()
    {
        Trials = SourceTrials.From(status?.RejectedSources ?? [], retryAt),
        Operation = status?.Contest is { } contest ? new OperationMemory { Contest = contest } : OperationMemory.None,
        Announced = Conditions.Find(status?.Conditions ?? [], ConditionTypes.Ready)?.Reason,
    };

    /// <summary>What hardly any session teaches: one reference for all of it.</summary>
    private sealed record Lessons
    {
        public static readonly Lessons None = new();

        public SourceTrials Trials { get; init; } = SourceTrials.None;

        public OperationMemory Operation { get; init; } = OperationMemory.None;

        public AttributeTrial Attributes { get; init; } = AttributeTrial.None;

        public ReportMemory Report { get; init; } = ReportMemory.None;

        public static Lessons? Used(Lessons lessons) => lessons == None ? null : lessons;
    }
}
