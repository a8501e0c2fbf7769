using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Engine.Operations;

namespace VpcMirrorOperator.Kinds.Filters.Planning;

/// <summary>The recorded operation of a filter: what proves its effect. The engine judges the rest (rules 6 and 7).</summary>
internal static class FilterOperation
{
    /// <summary>What there is to do about a call that may be on its way.</summary>
    public const string EndsByItself = "Nothing to do: it ends by itself within half a minute.";

    /// <summary>The progress by what the cloud shows.</summary>
    public static OperationProgress Progress(FilterPlannerInput input) => OperationProgressEvaluator.Evaluate(
        input.Declared.Status?.Operation, EvidenceOf(input), input.Holder, input.Now);

    /// <summary>Whether no call of it can be on its way, and the list is from after that.</summary>
    public static bool HasLanded(FilterPlannerInput input, OperationState operation) =>
        new OperationFlight(input.Holder).HasLanded(operation, EvidenceOf(input));

    /// <summary>Whether a call of the recorded operation may still reach the cloud, whatever the cloud shows now.</summary>
    public static bool MayBeOnItsWay(FilterPlannerInput input) =>
        input.Declared.Status?.Operation is { AcceptedAt: null } operation && !HasLanded(input, operation);

    /// <summary>The pause until the recorded operation has landed.</summary>
    public static TimeSpan LandsIn(FilterPlannerInput input) =>
        new OperationFlight(input.Holder).WaitFor(input.Declared.Status!.Operation!, EvidenceOf(input), input.Now);

    /// <summary>Waits for an operation whose call may be on its way.</summary>
    public static Decision.Wait WaitUntilLanded(FilterPlannerInput input, string message) =>
        new(Reasons.WaitingForCloud, $"{message} {EndsByItself}", LandsIn(input));

    /// <summary>A new operation, ready to be recorded.</summary>
    public static OperationState New(
        FilterPlannerInput input, OperationVerb verb, string? target, IReadOnlyList<string> ids,
        IReadOnlyDictionary<string, string>? parameters)
    {
        var operation = new OperationState
        {
            Sequence = (input.Declared.Status?.OperationSequence ?? 0) + 1,
            Verb = verb,
            Target = target,
            Ids = ids,
            Parameters = parameters,
            ClientToken = "",
            StartedAt = input.Now,
            Holder = input.Holder,
        };
        return operation with { ClientToken = ClientTokens.For(input.Declared.Metadata.Uid, operation) };
    }

    private static OperationEvidence EvidenceOf(FilterPlannerInput input)
    {
        var (operation, filter) = (input.Declared.Status?.Operation, input.Observed);
        return new OperationEvidence
        {
            Exists = filter is not null,
            IsGoing = filter?.Status == ObservedFilter.Deleting,
            IsSettled = filter is { IsSettled: true },
            ShowsEffect = operation is not null && filter is not null && OperationEffect.Shows(filter, operation),
            ReadAt = input.ReadAt,
            Answered = input.Memory.Answered,
            Rejected = input.Memory.Rejected,
            SeenBusySequence = input.Memory.SeenBusySequence,
        };
    }
}
