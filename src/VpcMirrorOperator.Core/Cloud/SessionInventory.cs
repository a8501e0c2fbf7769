namespace VpcMirrorOperator.Cloud;

/// <summary>The sessions of a region, complete. Immutable.</summary>
/// <param name="sessions">Sessions with different ids.</param>
internal sealed class SessionInventory(IEnumerable<RegionSession> sessions)
{
    private readonly RegionSession[] _sorted = [.. sessions.OrderBy(session => session.Id, StringComparer.Ordinal)];

    /// <summary>All, in ordinal order of their ids.</summary>
    public IReadOnlyList<RegionSession> All => _sorted;

    /// <summary>The session of an id; null when the region has none.</summary>
    public RegionSession? Find(string id) => SortedById.Find(_sorted, id, session => session.Id);
}
