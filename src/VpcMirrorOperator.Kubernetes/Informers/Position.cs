namespace VpcMirrorOperator.Kubernetes.Informers;

/// <summary>How far a reflector has seen the collection, and what it must ask for next.</summary>
/// <param name="Version">The last version seen; empty when none is usable.</param>
/// <param name="MustList">Watching from <paramref name="Version"/> is not possible.</param>
internal readonly record struct Position(string Version, bool MustList)
{
    /// <summary>Nothing has been seen.</summary>
    public static Position Start => new("", MustList: true);

    /// <summary>The bound of the next list: not older than what was seen, so that the copy never goes back in time; null for the newest.</summary>
    public string? NotOlderThan => Version.Length == 0 ? null : Version;

    /// <summary>Seen up to this version.</summary>
    public static Position At(string version) => new(version, MustList: false);

    /// <summary>
    /// The server refused the version. A refused watch leads to a list that is at least as new; a refused list (after a restore from
    /// backup the server is behind us) to one of whatever there is.
    /// </summary>
    public Position Expired() => new(MustList ? "" : Version, MustList: true);
}
