using System.Runtime.ExceptionServices;

namespace VpcMirrorOperator.Cloud;

/// <summary>A list that was asked for. Whoever asked is told when it is there, and holds nothing until then.</summary>
/// <param name="oldest">The list must have been started then or later.</param>
/// <param name="arrived">Called once, when it has ended; must be quick and must not throw.</param>
internal sealed class PendingList<T>(DateTimeOffset oldest, Action arrived) where T : class
{
    private volatile object? _answer;

    public DateTimeOffset Oldest => oldest;

    /// <summary>Whether it has ended.</summary>
    public bool HasEnded => _answer is not null;

    /// <summary>The list; null while it has not ended.</summary>
    /// <exception cref="Exception">What the reading ended with.</exception>
    public ListSnapshot<T>? Get()
    {
        if (_answer is Exception error) ExceptionDispatchInfo.Throw(error);
        return (ListSnapshot<T>?)_answer;
    }

    public void End(ListSnapshot<T> snapshot) => EndWith(snapshot);

    public void End(Exception error) => EndWith(error);

    private void EndWith(object answer)
    {
        _answer = answer;
        arrived();
    }
}
