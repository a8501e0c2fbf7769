namespace VpcMirrorOperator.Kubernetes.Informers;

/// <summary>Up to which resource version a reflector has seen the collection (client-go's <c>lastSyncResourceVersion</c>).</summary>
/// <param name="Version">The last version seen; empty when none is usable.</param>
/// <param name="MustList">A watch cannot begin at <paramref name="Version"/>.</param>
internal readonly record struct LastSyncVersion(string Version, bool MustList)
{
    /// <summary>Nothing has been seen.</summary>
    public static LastSyncVersion None => new("", MustList: true);

    /// <summary>
    /// The bound of the next list: not older than what was seen, so that the cache never goes back in time; null for the newest.
    /// </summary>
    public string? NotOlderThan => Version.Length == 0 ? null : Version;

    /// <summary>Seen up to this version.</summary>
    public static LastSyncVersion At(string version) => new(version, MustList: false);

    /// <summary>
    /// The server refused the version. A refused watch leads to a list that is at least as new; a refused list (after a restore from
    /// backup the server is behind) to one of whatever there is.
    /// </summary>
    public LastSyncVersion Expired() => new(MustList ? "" : Version, MustList: true);
}
