using VpcMirrorOperator.Kinds.Policies.Guards;

namespace VpcMirrorOperator.Kinds.Policies.Selection;

/// <summary>Collects by interface what selects it.</summary>
internal sealed class CauseTable
{
    private readonly Dictionary<string, (bool Itself, HashSet<string> Pods, HashSet<string> Nodes)> _of = new(StringComparer.Ordinal);

    /// <summary>All that is selected.</summary>
    public IEnumerable<(string Id, SelectionCauses Causes)> All =>
        _of.Select(one => (one.Key, new SelectionCauses(one.Value.Itself, one.Value.Pods, one.Value.Nodes)));

    /// <summary>Whether anything selects an interface.</summary>
    public bool Has(string id) => _of.ContainsKey(id);

    /// <summary>Its id or its attributes do.</summary>
    public void BecauseOfItself(string id) => _of[id] = Of(id) with { Itself = true };

    /// <summary>A pod on it does.</summary>
    public void BecauseOfPod(string id, string pod) => Of(id).Pods.Add(pod);

    /// <summary>The node that it is attached to does.</summary>
    public void BecauseOfNode(string id, string node) => Of(id).Nodes.Add(node);

    private (bool Itself, HashSet<string> Pods, HashSet<string> Nodes) Of(string id)
    {
        if (!_of.TryGetValue(id, out var causes)) _of[id] = causes = (false, [], []);
        return causes;
    }
}
