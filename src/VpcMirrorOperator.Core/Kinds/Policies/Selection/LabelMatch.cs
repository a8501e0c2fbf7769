using VpcMirrorOperator.Api.TrafficMirrorPolicies;

namespace VpcMirrorOperator.Kinds.Policies.Selection;

/// <summary>Label selectors as Kubernetes means them (rule P1): all terms must hold, and no term selects everything.</summary>
internal static class LabelMatch
{
    /// <summary>Whether labels match a selector.</summary>
    /// <param name="selector">The selector; absent selects everything here, and each place says what it stands for.</param>
    /// <param name="labels">The labels.</param>
    public static bool Matches(LabelSelector? selector, IReadOnlyDictionary<string, string> labels)
    {
        if (selector is null) return true;
        foreach (var (key, value) in selector.MatchLabels ?? new Dictionary<string, string>())
            if (!labels.TryGetValue(key, out var has) || has != value) return false;
        foreach (var requirement in selector.MatchExpressions ?? [])
            if (!Holds(requirement, labels)) return false;
        return true;
    }

    /// <summary>A label that is not there is in no list, so that <c>NotIn</c> holds of it.</summary>
    private static bool Holds(LabelRequirement requirement, IReadOnlyDictionary<string, string> labels)
    {
        var has = labels.TryGetValue(requirement.Key, out var value);
        return requirement.Operator switch
        {
            LabelOperator.In => has && requirement.Values.Contains(value, StringComparer.Ordinal),
            LabelOperator.NotIn => !has || !requirement.Values.Contains(value, StringComparer.Ordinal),
            LabelOperator.Exists => has,
            LabelOperator.DoesNotExist => !has,
            _ => false,
        };
    }
}
