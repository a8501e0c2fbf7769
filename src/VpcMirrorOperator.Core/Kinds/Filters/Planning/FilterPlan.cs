using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Engine.Lifecycle;

namespace VpcMirrorOperator.Kinds.Filters.Planning;

/// <summary>The outcome of planning: what to do next, and the facts that it rests on.</summary>
/// <param name="Decision">What to do next.</param>
/// <param name="Facts">What was found; null when the filter was not observed, or the cloud does not list it.</param>
internal sealed record FilterPlan(Decision Decision, FilterFacts? Facts)
{
    /// <summary>The operation that is still unconfirmed, the one to be made now included; null when there is none.</summary>
    public OperationState? Operation { get; init; } =
        Decision is Decision.Write<OperationState> write ? write.Operation : Facts?.Operation;

    /// <summary>What was decided of the life of a created filter; null for any other, and while the filter exists.</summary>
    public LifecyclePlan? Life { get; init; }

    /// <summary>True when the answer waits to be confirmed.</summary>
    public bool IsUnconfirmed { get; init; }

    /// <summary>True when the write takes one of our own changes up again that somebody took back.</summary>
    public bool TakesUpAgain { get; init; }
}
