using System.Collections.Immutable;
using VpcMirrorOperator.Api;

namespace VpcMirrorOperator.Planning;

/// <summary>
/// Whether a write of unknown outcome is repeated or given up (rule 6). It is given up only once no call of it can be on its way:
/// two different writes must never be in flight together.
/// </summary>
internal static class RepeatRule
{
    public static OperationProgress Review(OperationProgress progress, PlannerInput input, SourceDiff diff)
    {
        if (progress != OperationProgress.Unknown || input.Declared.Status?.Operation is not { } operation) return progress;
        if (StillWanted(operation, input, diff)) return OperationProgress.Unknown;
        var answered = input.Memory.AnsweredSequence == operation.Sequence;
        return answered || input.Now >= Landed(operation, input) ? OperationProgress.Void : OperationProgress.Abandoned;
    }

    /// <summary>From when on no call of the operation can be on its way.</summary>
    public static DateTimeOffset Landed(OperationState operation, PlannerInput input) => operation.StartedAt + input.Settings.InFlightLimit;

    private static bool StillWanted(OperationState operation, PlannerInput input, SourceDiff diff)
    {
        var pending = operation.Verb == OperationVerb.Add ? diff.ToAdd : diff.ToRemove;
        var limit = operation.Verb == OperationVerb.Add ? input.AddBatchSize : input.Settings.RemoveBatchSize;
        return operation.Ids.Count <= limit
            && operation.Ids.All(id => pending.BinarySearch(id, StringComparer.Ordinal) >= 0)
            && (operation.Verb == OperationVerb.Add || SafetyGuard.CheckBeforeRemoval(input.Declared, diff) is null);
    }
}
