namespace VpcMirrorOperator.Kinds.Policies.Packing;

/// <summary>
/// The lowest free priorities of a policy's range. Free is what no listed session, no child of any policy, no call under way and no refusal
/// of the last hour has (rule P7): two children that take one number would keep each other's sessions from being made.
/// </summary>
internal sealed class FreePriorities
{
    private readonly PackingPolicy _policy;
    private readonly HashSet<int> _taken;
    private int _next;

    public FreePriorities(PackingInput input)
    {
        _policy = input.Policy;
        _next = _policy.Priorities.From;
        _taken = [.. input.PrioritiesSetAside, .. input.Memory.PrioritiesLeftRecently];
        foreach (var session in input.Listing.Sessions) _taken.Add(session.Priority);
        foreach (var child in input.Children)
        {
            _taken.Add(child.Priority);
            if (child.RefusedPriority is { } refused) _taken.Add(refused);
            if (child.Operation?.Priority is { } asked) _taken.Add(asked);
        }
    }

    /// <summary>Whether there is one.</summary>
    public bool Any
    {
        get
        {
            while (_policy.Priorities.Contains(_next) && _taken.Contains(_next)) _next++;
            return _policy.Priorities.Contains(_next);
        }
    }

    /// <summary>Takes the lowest; null when the range is used up.</summary>
    public int? Take() => Any ? _next++ : null;
}
