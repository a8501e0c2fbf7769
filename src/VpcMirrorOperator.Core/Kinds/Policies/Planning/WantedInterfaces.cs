using VpcMirrorOperator.Kinds.Policies.Packing;
using VpcMirrorOperator.Kinds.Policies.Selection;

namespace VpcMirrorOperator.Kinds.Policies.Planning;

/// <summary>What of the selection is to be mirrored, and why the rest is not. Pure.</summary>
internal static class WantedInterfaces
{
    /// <summary>Both.</summary>
    public static (IReadOnlyDictionary<string, SelectedInterface> Wanted, IReadOnlyDictionary<string, string> OutOfReach) Of(
        PolicyInput input, PackingPolicy declared, SelectionResult selection, OwnChildren own)
    {
        var wanted = new Dictionary<string, SelectedInterface>(StringComparer.Ordinal);
        var outOfReach = new Dictionary<string, string>(StringComparer.Ordinal);
        var targets = Mirrorable.Targets(declared, input.Listing);
        foreach (var (id, selected) in selection.Selected)
            if (WhyNot(input, id, targets, own) is { } reason) outOfReach[id] = reason;
            else wanted[id] = new SelectedInterface(selected.Zone);
        foreach (var id in selection.Skipped)
        {
            outOfReach[id] = CoverageReasons.SharedInterfaceSkipped;
            // As the synced watch of pods says (rule P15); while it is not, it stays as it is.
            if (input.Cluster.Blindness is null && own.Placed.Contains(id)) wanted[id] = new SelectedInterface(null,
                IsSharedWithOthers: true);
        }

        foreach (var id in selection.Excluded) outOfReach[id] = CoverageReasons.Excluded;
        foreach (var id in selection.Missing) outOfReach[id] = CoverageReasons.NoInterface;
        return (wanted, outOfReach);
    }

    /// <summary>One that is mirrored and was detached stays: it would come back in the next moment.</summary>
    private static string? WhyNot(PolicyInput input, string id, IReadOnlySet<string> targets, OwnChildren own) =>
        Mirrorable.WhyNot(id, input.Interfaces.Find(id), targets) is { } reason
        && !(reason == CoverageReasons.NotInUse && own.Placed.Contains(id)) ? reason : null;
}
