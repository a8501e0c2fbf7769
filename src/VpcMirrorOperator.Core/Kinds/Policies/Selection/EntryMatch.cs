using VpcMirrorOperator.Api.TrafficMirrorPolicies;

namespace VpcMirrorOperator.Kinds.Policies.Selection;

/// <summary>Whether entries select a thing: any of them does (union).</summary>
internal sealed class EntryMatch
{
    private readonly SelectionInput _input;
    private readonly HashSet<string> _ids;
    private readonly List<InterfaceSource> _attributes;
    private readonly List<(PodSource Source, HashSet<string>? Namespaces)> _pods;
    private readonly List<NodeSource> _nodes;

    public EntryMatch(SelectionInput input, IReadOnlyList<SourceEntry> entries)
    {
        _input = input;
        _ids = entries.SelectMany(entry => entry.NetworkInterfaceIds ?? []).ToHashSet(StringComparer.Ordinal);
        _attributes = [.. entries.Select(entry => entry.NetworkInterfaces).OfType<InterfaceSource>()];
        _pods = [.. entries.Select(entry => entry.Pods).OfType<PodSource>().Select(source => (source, Namespaces(source)))];
        _nodes = [.. entries.Select(entry => entry.Nodes).OfType<NodeSource>()];
    }

    /// <summary>The ids that entries list.</summary>
    public IReadOnlySet<string> Ids => _ids;

    /// <summary>Whether an interface is selected by its id or its attributes.</summary>
    public bool Has(InterfaceRecord one) => _ids.Contains(one.Id) || _attributes.Exists(source => AttributeMatch.Matches(source, one));

    /// <summary>Whether a pod is selected.</summary>
    public bool Has(PodRecord pod) => _pods.Exists(
        one => one.Namespaces?.Contains(pod.Namespace) != false && LabelMatch.Matches(one.Source.PodSelector, pod.Labels));

    /// <summary>The interfaces of a node that are selected with it; null when it is not.</summary>
    public IReadOnlyList<string>? Of(NodeRecord node)
    {
        var sources = _nodes.FindAll(source => LabelMatch.Matches(source.NodeSelector, node.Labels));
        if (sources.Count == 0) return null;
        if (sources.Exists(source => source.Which() == NodeInterfaces.All)) return node.Interfaces;
        return node.Primary is { } primary ? [primary] : [];
    }

    /// <summary>The namespaces of an entry; null for all.</summary>
    private HashSet<string>? Namespaces(PodSource source)
    {
        if (source.NamespaceSelector is not { } selector) return [_input.Namespace];
        if (selector is { MatchLabels: null or { Count: 0 }, MatchExpressions: null or { Count: 0 } }) return null;
        return [.. _input.Namespaces.Where(one => LabelMatch.Matches(selector, one.Value)).Select(one => one.Key)];
    }
}
