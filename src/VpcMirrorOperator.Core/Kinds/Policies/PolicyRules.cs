using System.Globalization;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorPolicies;
using VpcMirrorOperator.Kinds.Policies.Selection;

namespace VpcMirrorOperator.Kinds.Policies;

/// <summary>
/// What the schema's rules refuse, for servers that do not have them: one field says nothing without another. The first fault and its
/// remedy. Pure.
/// </summary>
internal static class PolicyRules
{
    /// <summary>The first fault; null for none.</summary>
    public static string? Fault(TrafficMirrorPolicy policy)
    {
        var (spec, name) = (policy.Spec, policy.Metadata.Name);
        if (name.Length > PolicyBounds.MaxName)
            return string.Create(
                CultureInfo.InvariantCulture,
                $"The name has {name.Length} characters: at most {PolicyBounds.MaxName}, so that the names of its sessions fit.");
        if (spec.Sources.Count == 0) return "spec.sources is empty: list at least one entry.";
        foreach (var (entry, index) in spec.Sources.Select((entry, i) => (entry, $"spec.sources[{i}]"))
            .Concat(spec.Exclude.Select((entry, i) => (entry, $"spec.exclude[{i}]"))))
            if (EntryRules.Fault(entry) is { } fault) return $"{index}: {fault}";
        return FaultOfSessions(spec);
    }

    private static string? FaultOfSessions(TrafficMirrorPolicySpec spec)
    {
        if (spec.Targets.Count == 0) return "spec.targets is empty: name at least one target.";
        if (spec.Targets.GroupBy(target => target.Id).FirstOrDefault(group => group.Count() > 1) is { } twice)
            return $"spec.targets names {twice.Key} twice: keep one.";
        if (spec.FilterRef is null == spec.FilterId is null) return "Set exactly one of spec.filterRef and spec.filterId.";
        if (spec.SessionTemplate.Priorities is not { From: >= 1, To: <= 32766 } range || range.From > range.To)
            return "spec.sessionTemplate.priorities: from and to lie between 1 and 32766, from not above to.";
        if (spec.SkipsShared() && spec.Policy() == ManagementPolicy.AddOnly)
            return "spec.sharedInterfaces: Skip needs to remove, and managementPolicy: AddOnly forbids it: change one of the two.";
        return null;
    }
}
