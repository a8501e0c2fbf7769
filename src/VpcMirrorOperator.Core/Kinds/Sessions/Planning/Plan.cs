using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Engine.Operations;

namespace VpcMirrorOperator.Kinds.Sessions.Planning;

/// <summary>The outcome of planning: what was found, and what to do next.</summary>
public sealed record Plan
{
    /// <summary>What to do next.</summary>
    public required Decision Decision { get; init; }

    /// <summary>What separates desired and actual; null when the cloud does not list the session.</summary>
    public SourceDiff? Diff { get; init; }

    /// <summary>The name of the plan; null when there is nothing to do.</summary>
    public string? Hash { get; init; }

    /// <summary>The hash up to which an approval reaches; null when nothing is approved.</summary>
    public string? ApprovedHash { get; init; }

    /// <summary>The hash that the user approved; null when nothing is approved.</summary>
    public string? Approval { get; init; }

    /// <summary>The hash for which a dry run passed; null when none did.</summary>
    public string? ValidatedHash { get; init; }

    /// <summary>The operation that is still unconfirmed; null when there is none.</summary>
    public OperationState? Operation { get; init; }

    /// <summary>What was found out about the recorded operation.</summary>
    public OperationProgress Progress { get; init; }

    /// <summary>What our latest writes did, as far as nobody has taken it back; null when it was not looked for.</summary>
    public FinishedWrites? Finished { get; init; }

    /// <summary>Another writer takes our changes back; null when none does.</summary>
    public ContestState? Contest { get; init; }

    /// <summary>Whether the session counts as contested.</summary>
    public bool IsContested { get; init; }

    /// <summary>What the cloud's answer would end for good, if the next one says the same; null when nothing.</summary>
    public Finding? Finding { get; init; }

    /// <summary>True when somebody else changed the source list since the last look.</summary>
    public bool Drifted { get; init; }
}
