using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Cloud;

namespace VpcMirrorOperator.Kinds.Filters.Planning;

/// <summary>What a recorded write does to the rules of a filter, and whether they show it (rule 7).</summary>
internal static class OperationEffect
{
    /// <summary>The filter after the write.</summary>
    public static ObservedFilter On(ObservedFilter filter, OperationState operation) => filter with
    {
        Rules = operation.Verb switch
        {
            OperationVerb.DeleteRules => [.. filter.Rules.Where(rule => !operation.Ids.Contains(rule.Id))],
            OperationVerb.UpdateRule => [.. filter.Rules.Select(rule =>
                rule.Id == operation.Target ? Updated(rule, operation) : rule)],
            OperationVerb.CreateRules => [.. filter.Rules, .. RuleParameters.Created(operation)],
            _ => filter.Rules,
        },
    };

    /// <summary>
    /// Whether the filter is as the write asked for. Of rules to be made, direction, number and content count: ids are the cloud's.
    /// </summary>
    public static bool Shows(ObservedFilter filter, OperationState operation) => operation.Verb switch
    {
        OperationVerb.DeleteRules => !filter.Rules.Any(rule => operation.Ids.Contains(rule.Id)),
        OperationVerb.UpdateRule => filter.Rules.FirstOrDefault(rule => rule.Id == operation.Target) is { } rule
            && Updated(rule, operation) is var updated && updated.Priority == rule.Priority && updated.Content == rule.Content,
        OperationVerb.Update or OperationVerb.Tag => FilterAttributes.Shows(filter, operation),
        // That it was created, or is to be deleted, is judged by its life.
        OperationVerb.Create or OperationVerb.Delete => false,
        _ => RuleParameters.Created(operation).All(made => filter.Rules.Any(rule =>
            rule.Direction == made.Direction && rule.Priority == made.Priority && rule.Content == made.Content)),
    };

    private static ObservedRule Updated(ObservedRule rule, OperationState operation) => RuleParameters.Updated(rule, operation);
}
