using VpcMirrorOperator.Kinds.Policies.Guards;

namespace VpcMirrorOperator.Kinds.Policies.Selection;

/// <summary>
/// What the entries of a policy select (rules P1 and P2). An excluded pod is not selected; the interface that it shares with a selected one
/// is then treated as any shared one. Excluded interfaces and nodes take the interface out, whatever else selects it.
/// </summary>
internal static class PolicySelection
{
    /// <summary>Evaluates all entries.</summary>
    public static SelectionResult Evaluate(SelectionInput input)
    {
        var (sources, exclude) = (new EntryMatch(input, input.Sources), new EntryMatch(input, input.Exclude));
        var pods = input.Pods.Where(pod => sources.Has(pod) && !exclude.Has(pod)).ToList();
        var table = new CauseTable();
        foreach (var one in input.Interfaces)
            if (sources.Has(one)) table.BecauseOfItself(one.Id);
        foreach (var pod in pods)
            foreach (var id in pod.Interfaces) table.BecauseOfPod(id, pod.Uid);
        var nodes = 0;
        foreach (var node in input.Nodes)
            if (sources.Of(node) is { } ids)
            {
                nodes++;
                foreach (var id in ids) table.BecauseOfNode(id, node.Uid);
            }

        return Split(input, table, Excluded(input, exclude), Others(input, pods)) with
        {
            Missing = sources.Ids.Where(id => !table.Has(id)).ToHashSet(StringComparer.Ordinal),
            Pods = pods.Count, PodsWithoutInterface = pods.Count(pod => pod.Interfaces.Count == 0), Nodes = nodes,
        };
    }

    private static HashSet<string> Excluded(SelectionInput input, EntryMatch exclude) =>
    [
        .. exclude.Ids, .. input.Interfaces.Where(exclude.Has).Select(one => one.Id),
        .. input.Nodes.SelectMany(node => exclude.Of(node) ?? []),
    ];

    /// <summary>By interface, how many pods that are not selected it carries.</summary>
    private static Dictionary<string, int> Others(SelectionInput input, List<PodRecord> selected)
    {
        var (uids, others) = (selected.Select(pod => pod.Uid).ToHashSet(StringComparer.Ordinal), new Dictionary<string, int>());
        foreach (var pod in input.Pods.Where(pod => !uids.Contains(pod.Uid)))
            foreach (var id in pod.Interfaces) others[id] = others.GetValueOrDefault(id) + 1;
        return others;
    }

    private static SelectionResult Split(
        SelectionInput input, CauseTable table, HashSet<string> excluded, Dictionary<string, int> others)
    {
        var zones = input.Interfaces.ToDictionary(one => one.Id, one => one.Zone, StringComparer.Ordinal);
        var selected = new Dictionary<string, SelectedRecord>(StringComparer.Ordinal);
        var (left, skipped) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        foreach (var (id, causes) in table.All)
        {
            var other = others.GetValueOrDefault(id);
            if (excluded.Contains(id)) left.Add(id);
            else if (input.SkipsShared && other > 0 && IsByPodsAlone(causes)) skipped.Add(id);
            else selected[id] = new SelectedRecord(zones.GetValueOrDefault(id), causes, other);
        }

        return new SelectionResult
        {
            Selected = selected, Excluded = left, Skipped = skipped, Missing = new HashSet<string>(), Pods = 0, PodsWithoutInterface = 0,
            Nodes = 0, OtherPods = selected.Values.Where(one => IsByPodsAlone(one.Causes)).Sum(one => one.OtherPods),
        };
    }

    /// <summary>Whoever selects an interface or a node by itself means all that runs there.</summary>
    private static bool IsByPodsAlone(SelectionCauses causes) => causes is { Itself: false, Nodes.Count: 0 };
}
