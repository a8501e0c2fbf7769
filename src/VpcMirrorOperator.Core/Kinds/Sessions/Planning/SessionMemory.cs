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
    /// <summary>Nothing learned yet.</summary>
    public static SessionMemory Empty => default;

    /// <summary>Which sources the cloud takes.</summary>
    public SourceTrials Trials { get => field ?? SourceTrials.None; init; }

    /// <summary>What became of our writes.</summary>
    public OperationMemory Operation { get => field ?? OperationMemory.None; init; }

    /// <summary>The reason that was last told as an event; null when none was. Tells transitions from repeats.</summary>
    public string? Announced { get; init; }

    /// <summary>Which attributes the cloud refuses.</summary>
    public AttributeTrial Attributes { get => field ?? AttributeTrial.None; init; }

    /// <summary>What was said about the object, to say it once.</summary>
    public ReportMemory Report { get => field ?? ReportMemory.None; init; }

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
}
