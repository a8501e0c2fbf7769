using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kinds.Policies.Packing;

/// <summary>The listed sessions by the child that they belong to.</summary>
internal sealed class SessionsByChild
{
    private readonly Dictionary<ObjectKey, ListedSession> _of = [];
    private readonly HashSet<ObjectKey> _ambiguous = [];
    private readonly PackingPolicy _policy;
    private readonly HashSet<ObjectKey> _children;

    public SessionsByChild(PackingInput input)
    {
        _policy = input.Policy;
        _children = [.. input.Children.Select(child => child.Key)];
        foreach (var session in input.Listing.Sessions.OrderBy(session => session.Id, StringComparer.Ordinal))
            if (session.Child is { } key && (IsMissing(key) || _children.Contains(key)) && _of.TryAdd(key, session)) continue;
            else
            {
                WithoutChild.Add(session);
                if (session.Child is { } again) _ambiguous.Add(again);
            }
    }

    /// <summary>Sessions that belong to no child, and all but the first that claim one child.</summary>
    public List<ListedSession> WithoutChild { get; } = [];

    /// <summary>Sessions of this policy whose child is not there, by name (rule P12).</summary>
    public IEnumerable<KeyValuePair<ObjectKey, ListedSession>> OfMissing =>
        _of.Where(entry => IsMissing(entry.Key)).OrderBy(entry => entry.Key);

    /// <summary>The session of a child; null when none is listed.</summary>
    public ListedSession? Of(ObjectKey child) => _of.GetValueOrDefault(child);

    /// <summary>Whether several sessions claim to be a child's.</summary>
    public bool IsAmbiguous(ObjectKey child) => _ambiguous.Contains(child);

    private bool IsMissing(ObjectKey key) => !_children.Contains(key) && ChildNames.IsChildOf(_policy, key);
}
