using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Engine.Lifecycle;
using VpcMirrorOperator.Engine.Operations;

namespace VpcMirrorOperator.Kinds.Sessions.Planning;

/// <summary>The outcome of planning: what to do next, and the facts that it rests on.</summary>
/// <param name="Decision">What to do next.</param>
/// <param name="Facts">What was found; null when the session was not observed, or the cloud does not list it.</param>
internal sealed record Plan(Decision Decision, PlanFacts? Facts)
{
    /// <summary>The operation that is still unconfirmed, the one to be made now included; null when there is none.</summary>
    public OperationState? Operation { get; init; } = Decision is Decision.Write<OperationState> write ? write.Operation : Facts?.Operation;

    /// <summary>What was decided of the life of a created session; null for any other, and while the session exists.</summary>
    public LifecyclePlan? Life { get; init; }

    /// <summary>What the cloud's answer would end for good, if the next one says the same; null when nothing.</summary>
    public Finding? Finding { get; init; }

    /// <summary>What a guard says of the removals, also while additions are made; null when they may be made.</summary>
    public Decision.Hold? RemovalHold { get; init; }

    /// <summary>What separates desired and actual; null when that is not known.</summary>
    public SourceDiff? Diff => Facts?.Diff;

    /// <summary>The name of the plan; null when there is nothing to do.</summary>
    public string? Hash => Facts?.Hash;

    /// <summary>What was found out about the recorded operation.</summary>
    public OperationProgress Progress => Facts?.Progress ?? OperationProgress.None;

    /// <summary>True when somebody else changed the source list since the last observation.</summary>
    public bool Drifted => Facts?.Drifted ?? false;
}
