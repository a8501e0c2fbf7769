namespace VpcMirrorOperator.Cloud;

/// <summary>A session that somebody asks about now and then.</summary>
internal sealed class KnownSession
{
    /// <summary>The latest answer; null before the first.</summary>
    public SessionSnapshot? Snapshot { get; set; }

    /// <summary>The age that the latest reader allowed; unknown sessions count as due.</summary>
    public TimeSpan MaxAge { get; set; }
}
