using System.Collections.Immutable;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Engine.Operations;

namespace VpcMirrorOperator.Kinds.Sessions.Planning;

/// <summary>
/// The recorded operation of a session: what proves its effect, and whether it is still wanted. The engine judges the rest.
/// </summary>
internal static class SessionOperation
{
    /// <summary>What there is to do about a call that may be on its way.</summary>
    public const string EndsByItself = "Nothing to do: it ends by itself within half a minute.";

    /// <summary>Whether a call of the recorded operation may still reach the cloud, whatever the cloud shows now.</summary>
    public static bool MayBeOnItsWay(PlannerInput input) =>
        input.Declared.Status?.Operation is { AcceptedAt: null } operation && !HasLanded(input, operation);

    /// <summary>The pause until the recorded operation has landed.</summary>
    public static TimeSpan LandsIn(PlannerInput input) =>
        FlightOf(input).WaitFor(input.Declared.Status!.Operation!, EvidenceOf(input), input.Now);

    /// <summary>Waits for an operation whose call may be on its way.</summary>
    public static Decision.Wait WaitUntilLanded(PlannerInput input, string message) =>
        new(Reasons.WaitingForCloud, message, LandsIn(input));

    /// <summary>The progress, given what is still to do.</summary>
    public static OperationProgress Progress(PlannerInput input, SourceDiff diff, AttributeDiff attributes)
    {
        var progress = Progress(input);
        if (progress != OperationProgress.Unknown || IsWanted(input, diff, attributes, input.Declared.Status!.Operation!)) return progress;
        return HasLanded(input, input.Declared.Status.Operation!) ? OperationProgress.Void : OperationProgress.Unwanted;
    }

    /// <summary>The progress by what the cloud shows alone.</summary>
    public static OperationProgress Progress(PlannerInput input) => OperationProgressEvaluator.Evaluate(
        input.Declared.Status?.Operation, EvidenceOf(input), input.Holder, input.Now);

    /// <summary>True when the listed session is what the operation asked for.</summary>
    public static bool Shows(OperationState operation, ObservedSession session) =>
        operation.IsOfSources()
            ? SourceVerb.Of(operation).Shows(operation.Ids, session.Sources)
            : AttributeOperation.Shows(operation, session);

    private static OperationFlight FlightOf(PlannerInput input) => new(input.Holder);

    private static bool HasLanded(PlannerInput input, OperationState operation) => FlightOf(input).HasLanded(operation, EvidenceOf(input));

    private static OperationEvidence EvidenceOf(PlannerInput input)
    {
        var (operation, session) = (input.Declared.Status?.Operation, input.Observed);
        return new OperationEvidence
        {
            Exists = session is not null,
            IsGoing = session?.State.Status == ObservedSession.Deleting,
            IsSettled = session is { IsSettled: true },
            ShowsEffect = operation is not null && session is not null && Shows(operation, session),
            ReadAt = input.ReadAt ?? input.Now,
            // Who detaches observes no more afterwards, so an add must have had the time to show in the list, too.
            ExtraWait = input.IsDetaching && operation?.Verb == OperationVerb.Add ? OperationLimits.StaleReadLimit : TimeSpan.Zero,
            Answered = input.Memory.Operation.Answered,
            Rejected = input.Memory.Operation.RejectedAttempt,
            SeenBusySequence = input.Memory.Operation.SeenBusySequence,
        };
    }

    /// <summary>Whether the operation may be repeated as it is.</summary>
    private static bool IsWanted(PlannerInput input, SourceDiff diff, AttributeDiff attributes, OperationState operation)
    {
        if (!operation.IsOfSources())
            return input.Owner is null && AttributeOperation.IsWanted(operation, AttributeSteps.Writable(input, attributes));
        var verb = SourceVerb.Of(operation);
        var pending = verb.Pending(diff);
        return input.Owner is null
            && operation.Ids.Count <= verb.BatchLimit(input)
            && operation.Ids.All(id => pending.BinarySearch(id, StringComparer.Ordinal) >= 0)
            && (verb == SourceVerb.Add || SafetyGuard.CheckBeforeRemoval(input.Declared, diff) is null);
    }
}
