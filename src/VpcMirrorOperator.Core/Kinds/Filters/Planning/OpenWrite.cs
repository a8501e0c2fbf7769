using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorFilters;
using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Engine.Operations;

namespace VpcMirrorOperator.Kinds.Filters.Planning;

/// <summary>
/// What becomes of a recorded write of unknown outcome: it is repeated while it is a step of the edit that is wanted now; otherwise it is
/// void
/// as soon as it cannot arrive any more.
/// </summary>
internal static class OpenWrite
{
    /// <summary>The progress, given what is still to do.</summary>
    public static OperationProgress Judge(
        FilterPlannerInput input, ObservedFilter filter, IReadOnlyCollection<DirectionEdit> edits, OperationProgress progress)
    {
        if (progress != OperationProgress.Unknown) return progress;
        var operation = input.Declared.Status!.Operation!;
        if (IsWanted(input, filter, edits, operation)) return progress;
        return FilterOperation.HasLanded(input, operation) ? OperationProgress.Void : OperationProgress.Unwanted;
    }

    private static bool IsWanted(
        FilterPlannerInput input, ObservedFilter filter, IReadOnlyCollection<DirectionEdit> edits, OperationState operation)
    {
        if (input.Owner is not null) return false;
        if (operation.Verb is OperationVerb.Update or OperationVerb.Tag)
            return FilterAttributes.Next(input, filter) is { } next && operation.AsksForTheSame(next);
        var after = OperationEffect.On(filter, operation);
        List<RuleDirection> changed = [.. DirectionText.Both.Where(direction =>
            !after.RulesOf(direction).Order(ByNumber).SequenceEqual(filter.RulesOf(direction).Order(ByNumber)))];
        // What changes nothing and does not show is about a rule that is gone.
        return changed.Count > 0 && changed.TrueForAll(direction => edits.FirstOrDefault(edit => edit.Direction == direction) is { } edit
            && !BlindGuard.Holds(input, edit)
            && edit.Allows([.. after.RulesOf(direction)], RuleQuota.Most(input, filter, edits) - OfOthers(filter, edit)));
    }

    private static readonly Comparer<ObservedRule> ByNumber = Comparer<ObservedRule>.Create((a, b) => a.Priority.CompareTo(b.Priority));

    private static int OfOthers(ObservedFilter filter, DirectionEdit edit) => filter.Rules.Count - edit.Table.Count;
}
