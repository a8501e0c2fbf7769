using System.Globalization;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorFilters;
using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Engine.Decisions;

namespace VpcMirrorOperator.Kinds.Filters.Planning;

/// <summary>
/// The next write of a filter: one call for both directions (rule S14). What keeps every packet's decision comes before what does not; then
/// changes come before creations and these before deletions, of which those of both directions share a call.
/// </summary>
internal static class RuleWrites
{
    /// <summary>The next write; null when none is possible within the quota.</summary>
    /// <param name="input">What is known.</param>
    /// <param name="filter">The filter.</param>
    /// <param name="edits">The directions that may be edited.</param>
    /// <param name="quota">The most rules that the filter may have.</param>
    public static Decision.Write<OperationState>? Next(
        FilterPlannerInput input, ObservedFilter filter, IReadOnlyList<DirectionEdit> edits, int quota)
    {
        var steps = edits.Select(edit => (Edit: edit, Next: RulePlanner.Next(edit.Within(RoomOf(edit, filter, quota)), edit.Table)))
            .Where(step => step.Next is not null)
            .Select(step => (step.Edit, step.Next!.Value.Step, step.Next.Value.Caveat))
            .OrderBy(step => step.Caveat).ThenBy(step => Rank(step.Step)).ToList();
        if (steps is not [var first, ..]) return null;
        var same = steps.Where(step => step.Caveat == first.Caveat && Rank(step.Step) == Rank(first.Step)).ToList();
        return first.Step switch
        {
            RuleStep.Update update => Update(input, filter, first.Edit, update, first.Caveat),
            RuleStep.Create => Create(input, filter, Fitting(same, filter, quota), first.Caveat),
            _ => Delete(input, filter, same, first.Caveat),
        };
    }

    /// <summary>Rules of the other direction, and those that are left alone, take from the room.</summary>
    private static int RoomOf(DirectionEdit edit, ObservedFilter filter, int quota) => quota - (filter.Rules.Count - edit.Table.Count);

    private static int Rank(RuleStep step) => step switch
    {
        RuleStep.Update => 0,
        RuleStep.Create => 1,
        _ => 2,
    };

    private static List<(DirectionEdit Edit, RuleStep Step, RuleCaveat Caveat)> Fitting(
        List<(DirectionEdit Edit, RuleStep Step, RuleCaveat Caveat)> steps, ObservedFilter filter, int quota) =>
        filter.Rules.Count + steps.Sum(step => ((RuleStep.Create)step.Step).Rules.Length) <= quota ? steps : [steps[0]];

    private static Decision.Write<OperationState> Update(
        FilterPlannerInput input, ObservedFilter filter, DirectionEdit edit, RuleStep.Update step, RuleCaveat caveat)
    {
        var rule = filter.RulesOf(edit.Direction).First(rule => rule.Priority == step.Number);
        var content = edit.Contents[step.Content];
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"Changing {DirectionText.Of(edit.Direction)} rule {step.Number} to {step.NewNumber}: {content}.");
        return Write(
            input, FilterOperation.New(
                input, OperationVerb.UpdateRule, rule.Id, [], RuleParameters.Of(rule, step.NewNumber, content)),
            Reasons.ChangingRules, text, caveat);
    }

    private static Decision.Write<OperationState> Create(
        FilterPlannerInput input, ObservedFilter filter, List<(DirectionEdit Edit, RuleStep Step, RuleCaveat Caveat)> steps,
        RuleCaveat caveat)
    {
        List<(RuleDirection, int, RuleContent)> rules = [.. steps.SelectMany(step =>
            ((RuleStep.Create)step.Step).Rules.Select(rule => (step.Edit.Direction, rule.Key, step.Edit.Contents[rule.Value])))];
        return Write(
            input, FilterOperation.New(input, OperationVerb.CreateRules, filter.Id, [], RuleParameters.Of(rules)),
            Reasons.AddingRules, $"Adding rules ({rules.Count}).", caveat);
    }

    private static Decision.Write<OperationState> Delete(
        FilterPlannerInput input, ObservedFilter filter, List<(DirectionEdit Edit, RuleStep Step, RuleCaveat Caveat)> steps,
        RuleCaveat caveat)
    {
        List<string> ids = [.. steps.SelectMany(step => ((RuleStep.Delete)step.Step).Numbers.Select(number =>
            filter.RulesOf(step.Edit.Direction).First(rule => rule.Priority == number).Id)).Order(StringComparer.Ordinal)];
        return Write(
            input, FilterOperation.New(input, OperationVerb.DeleteRules, filter.Id, ids, null),
            Reasons.RemovingRules, $"Removing rules ({ids.Count}).", caveat);
    }

    private static Decision.Write<OperationState> Write(
        FilterPlannerInput input, OperationState operation, string reason, string text, RuleCaveat caveat) => new(
        caveat switch
        {
            RuleCaveat.OrderDiffers => Reasons.RuleOrderDiffers,
            RuleCaveat.Gap => Reasons.RuleGap,
            _ => reason,
        },
        caveat switch
        {
            RuleCaveat.OrderDiffers =>
                $"{text} The filter has no room for a better way: until the edit ends, rules stand in another order than declared, and " +
                "some packets may be decided otherwise. No wanted rule goes missing. It ends by itself.",
            RuleCaveat.Gap => $"{text} There is neither room nor a spare number: one wanted rule is missing until the next call.",
            _ => text,
        },
        operation, input.Declared.Spec.WantsDryRun());
}
