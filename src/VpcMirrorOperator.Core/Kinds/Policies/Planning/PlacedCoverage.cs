using VpcMirrorOperator.Kinds.Policies.Packing;

namespace VpcMirrorOperator.Kinds.Policies.Planning;

/// <summary>Whether the cloud's list shows each interface in a session that mirrors, and if not, why (rule P24). Pure.</summary>
internal static class PlacedCoverage
{
    /// <summary>One reason for each interface that is to be mirrored.</summary>
    public static IReadOnlyDictionary<string, string> Of(
        PolicyInput input, OwnChildren own, IReadOnlyDictionary<string, SelectedInterface> wanted, PackingResult packing)
    {
        var listed = Listed(own);
        var refused = own.Children.SelectMany(child => child.Refused).ToHashSet(StringComparer.Ordinal);
        var coverage = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (id, selected) in wanted)
            if (!selected.IsSharedWithOthers) coverage[id] = ReasonOf(id, listed, refused, packing);
        return coverage;
    }

    private static string ReasonOf(
        string id, Dictionary<string, string> listed, HashSet<string> refused, PackingResult packing)
    {
        if (listed.TryGetValue(id, out var state)) return state;
        if (packing.Reasons.TryGetValue(id, out var reason)) return reason.ToString();
        return refused.Contains(id) ? CoverageReasons.Rejected : CoverageReasons.Pending;
    }

    /// <summary>What the sessions of the policy list, with what becomes of it: one that mirrors is enough.</summary>
    private static Dictionary<string, string> Listed(OwnChildren own)
    {
        var listed = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var session in own.Children.SelectMany(child => own.Sessions[child.Key]))
        {
            var state = session.IsLocked ? CoverageReasons.FinancialLocked
                : session.IsEnabled ? CoverageReasons.Covered : CoverageReasons.Disabled;
            foreach (var id in session.Sources)
                if (state == CoverageReasons.Covered || !listed.ContainsKey(id)) listed[id] = state;
        }

        return listed;
    }
}
