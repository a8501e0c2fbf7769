using VpcMirrorOperator.AlibabaCloud.Errors;

namespace VpcMirrorOperator.Cloud;

/// <summary>
/// Reads one whole list of a region for all who ask. Each names the oldest list that will do: the one in memory, the one that is being
/// read, or the next, which all share who came meanwhile. One is read at a time, so nobody waits for more than two, however many ask.
/// </summary>
/// <param name="list">Reads the list, all of it or an error.</param>
/// <param name="time">The clock.</param>
internal sealed class ListReader<T>(Func<CancellationToken, Task<T>> list, TimeProvider time) where T : class
{
    /// <summary>How long a reading waits for others to share it.</summary>
    private static readonly TimeSpan GatherWindow = TimeSpan.FromMilliseconds(20);

    private readonly Lock _lock = new();
    private readonly List<PendingList<T>> _pending = [];
    private bool _reading;
    private ListSnapshot<T>? _newest;
    private Outage? _outage;

    /// <summary>The list in memory, if it is young enough; null otherwise. Calls nobody.</summary>
    public ListSnapshot<T>? Find(TimeSpan maxAge)
    {
        lock (_lock) return _newest is { } newest && newest.ReadAt >= time.GetUtcNow() - maxAge ? newest : null;
    }

    /// <summary>Asks for a list, whatever is in memory.</summary>
    /// <exception cref="CloudException">The region is known not to answer, and it is too early to try again.</exception>
    public PendingList<T> Ask(TimeSpan maxAge, Action arrived)
    {
        PendingList<T> asked;
        var start = false;
        lock (_lock)
        {
            var now = time.GetUtcNow();
            if (_outage?.Tell(now) is { } known) throw known;
            _pending.Add(asked = new PendingList<T>(now - maxAge, arrived));
            if (!_reading) start = _reading = true;
        }
        // Not awaited: it serves all who wait, and reports its errors to them.
        if (start) _ = ReadWhilePendingAsync();
        return asked;
    }

    private async Task ReadWhilePendingAsync()
    {
        while (true)
        {
            await Task.Delay(GatherWindow, time);
            int waiting;
            lock (_lock)
            {
                waiting = _pending.Count;
                if (waiting == 0)
                {
                    _reading = false;
                    return;
                }
            }
            await ReadAsync(waiting);
        }
    }

    /// <param name="waiting">How many asked before it began: it serves them whatever the clock says.</param>
    private async Task ReadAsync(int waiting)
    {
        var readAt = time.GetUtcNow();
        try
        {
            var snapshot = new ListSnapshot<T>(await list(CancellationToken.None), readAt);
            foreach (var asked in Store(snapshot, waiting)) asked.End(snapshot);
        }
#pragma warning disable CA1031 // Whatever went wrong belongs to those who asked, and the loop must go on for the others.
        catch (Exception error)
#pragma warning restore CA1031
        {
            foreach (var asked in Fail(error, readAt, waiting)) asked.End(error);
        }
    }

    private List<PendingList<T>> Store(ListSnapshot<T> snapshot, int waiting)
    {
        lock (_lock)
        {
            (_newest, _outage) = (snapshot, null);
            return Take(snapshot.ReadAt, waiting);
        }
    }

    /// <returns>Whom the error is told; where nobody answers, all, since the next would not be answered either.</returns>
    private List<PendingList<T>> Fail(Exception error, DateTimeOffset readAt, int waiting)
    {
        lock (_lock)
        {
            _outage = error is CloudException failed ? Outage.After(_outage, failed, time.GetUtcNow()) : null;
            return Take(readAt, _outage is null ? waiting : _pending.Count);
        }
    }

    private List<PendingList<T>> Take(DateTimeOffset readAt, int waiting)
    {
        var served = _pending.Where((asked, i) => i < waiting || asked.Oldest <= readAt).ToList();
        _pending.RemoveAll(served.Contains);
        return served;
    }
}
