using System.Globalization;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kinds.Policies.Packing;

/// <summary>The lowest free names of children, one target at a time (rule P16).</summary>
internal sealed class FreeNames(PackingInput input, IEnumerable<ObjectKey> others)
{
    private readonly Dictionary<string, (string Prefix, int Next)> _next = new(StringComparer.Ordinal);

    private readonly HashSet<string> _used =
    [
        .. input.Children.Select(child => child.Key).Concat(others).Where(key => key.Namespace == input.Policy.Namespace)
            .Select(key => key.Name),
        .. input.NamesSetAside,
    ];

    /// <summary>Takes the lowest free name on a target.</summary>
    public ObjectKey Take(string target)
    {
        var (prefix, number) = _next.TryGetValue(target, out var known) ? known : (ChildNames.Prefix(input.Policy.Name, target), 1);
        string name;
        do name = prefix + number++.ToString(CultureInfo.InvariantCulture);
        while (!_used.Add(name));
        _next[target] = (prefix, number);
        return new ObjectKey(input.Policy.Namespace, name);
    }
}
