using VpcMirrorOperator.Api.TrafficMirrorPolicies;
using VpcMirrorOperator.Kinds.Policies.Guards;
using VpcMirrorOperator.Kinds.Policies.Packing;
using VpcMirrorOperator.Kinds.Policies.Selection;

namespace VpcMirrorOperator.Kinds.Policies.Planning;

/// <summary>Interfaces that have a place and are no longer to be mirrored, as the guard looks at them (rule P20). Pure.</summary>
internal static class LostInterfaces
{
    /// <summary>The losses.</summary>
    public static IReadOnlyCollection<Loss> Of(
        PolicyInput input, PolicyMemory memory, PackingPolicy declared, IReadOnlyDictionary<string, SelectedInterface> wanted,
        SelectionResult selection, OwnChildren own)
    {
        var lost = own.Placed.Where(id => !wanted.ContainsKey(id)).Order(StringComparer.Ordinal).ToList();
        if (lost.Count == 0) return [];
        var pods = On(lost, input.Cluster.Pods.Select(pod => (pod.Uid, pod.Interfaces)));
        var nodes = On(lost, input.Cluster.Nodes.Select(node => (node.Uid, node.Interfaces)));
        var targets = Mirrorable.Targets(declared, input.Listing);
        return
        [
            .. lost.Select(id => new Loss(
                id, memory.Leaving.TryGetValue(id, out var since) && input.Now - since >= input.Policy.Spec.Delay(),
                SelectionCauses.Counts(memory.Causes.GetValueOrDefault(id), new InterfaceNow(
                    !input.Interfaces.IsConfirmed || input.Interfaces.Find(id) is not null, targets.Contains(id), pods[id], nodes[id])))),
        ];
    }

    /// <summary>What made each interface selected: as seen now, or last, as long as it has a place.</summary>
    public static IReadOnlyDictionary<string, SelectionCauses> CausesAfter(
        PolicyMemory memory, SelectionResult selection, OwnChildren own)
    {
        var causes = selection.Selected.ToDictionary(one => one.Key, one => one.Value.Causes, StringComparer.Ordinal);
        foreach (var (id, former) in memory.Causes)
            if (own.Placed.Contains(id)) causes.TryAdd(id, former);
        return causes;
    }

    private static Dictionary<string, IReadOnlySet<string>> On(
        List<string> ids, IEnumerable<(string Uid, IReadOnlyList<string> Interfaces)> owners)
    {
        var of = ids.ToDictionary(id => id, _ => (IReadOnlySet<string>)new HashSet<string>(), StringComparer.Ordinal);
        foreach (var (uid, interfaces) in owners)
            foreach (var id in interfaces)
                if (of.TryGetValue(id, out var uids)) ((HashSet<string>)uids).Add(uid);
        return of;
    }
}
