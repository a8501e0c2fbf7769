namespace VpcMirrorOperator.Cloud;

/// <summary>A read that was asked for. Whoever asked is told when it ends, and holds nothing until then.</summary>
/// <param name="id">The session's id.</param>
/// <param name="maxAge">The oldest answer that does, counted from when it was asked for.</param>
/// <param name="oldest">The same as a time: the read must have been started then or later.</param>
/// <param name="arrived">Called once, when there is an answer; must be quick and must not throw.</param>
internal sealed class PendingRead(string id, TimeSpan maxAge, DateTimeOffset oldest, Action arrived)
{
    private volatile ReadAnswer? _answer;

    public string Id => id;

    public TimeSpan MaxAge => maxAge;

    public DateTimeOffset Oldest => oldest;

    /// <summary>How it ended; null while it has not.</summary>
    public ReadAnswer? Answer => _answer;

    /// <summary>Ends it.</summary>
    public void End(ReadAnswer answer)
    {
        _answer = answer;
        arrived();
    }
}
