namespace VpcMirrorOperator.Kinds.Policies.Regions;

/// <summary>What is not to be tried for a while, and when it may be again.</summary>
/// <param name="duration">For how long.</param>
internal sealed class SetAside<T>(TimeSpan duration)
    where T : notnull
{
    private readonly Dictionary<T, DateTimeOffset> _until = [];

    /// <summary>Sets something aside, from now on.</summary>
    public void Add(T what, DateTimeOffset now) => _until[what] = now + duration;

    /// <summary>What is set aside now.</summary>
    public IReadOnlySet<T> At(DateTimeOffset now)
    {
        foreach (var (what, until) in _until.ToList())
            if (until <= now) _until.Remove(what);
        return _until.Keys.ToHashSet();
    }
}
