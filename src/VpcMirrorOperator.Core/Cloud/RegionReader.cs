using VpcMirrorOperator.AlibabaCloud.Errors;

namespace VpcMirrorOperator.Cloud;

/// <summary>
/// Bundles the reads of one region. Each names the oldest answer that will do; each call serves every read that its
/// start satisfies, and what it leaves waiting is served by the next.
/// </summary>
internal sealed class RegionReader(SessionLister lister, TimeProvider time)
{
    /// <summary>The most ids in one call (API page: at most 100).</summary>
    private const int IdsPerCall = 100;

    /// <summary>How long a read waits for others to share its call.</summary>
    private static readonly TimeSpan GatherWindow = TimeSpan.FromMilliseconds(20);

    private readonly Lock _lock = new();
    private readonly KnownSessions _known = new();
    private readonly List<PendingRead> _pending = [];
    private bool _calling;
    private Outage? _outage;

    /// <summary>What is in memory and young enough; null when there is nothing.</summary>
    public SessionSnapshot? Find(string id, TimeSpan maxAge)
    {
        lock (_lock)
        {
            var session = _known[id];
            session.MaxAge = maxAge;
            return session.Useful is { } snapshot && snapshot.ReadAt >= session.Oldest(maxAge, time.GetUtcNow()) ? snapshot : null;
        }
    }

    /// <summary>Asks for a read, whatever is in memory.</summary>
    /// <exception cref="CloudException">The region is known not to answer, and it is too early to try again.</exception>
    public PendingRead Ask(string id, TimeSpan maxAge, Action arrived)
    {
        PendingRead read;
        var start = false;
        lock (_lock)
        {
            var now = time.GetUtcNow();
            if (_outage?.Tell(now) is { } known) throw known;
            var session = _known[id];
            session.MaxAge = maxAge;
            _pending.Add(read = new PendingRead(id, maxAge, session.Oldest(maxAge, now), arrived));
            if (!_calling) start = _calling = true;
        }
        // Not awaited: it serves every waiting read, not just this one, and reports its errors to them.
        if (start) _ = CallWhilePendingAsync();
        return read;
    }

    public void Expect(string id, KeptParts kept)
    {
        lock (_lock) _known[id].Keep(kept);
    }

    public void NeedDetails(string id)
    {
        lock (_lock) _known[id].NeedsDetails = true;
    }

    public void Forget(string id)
    {
        lock (_lock) _known.Forget(id);
    }

    /// <summary>A write has ended: what was read before it is of no use any more.</summary>
    public void Wrote(string id)
    {
        lock (_lock) _known[id].WrittenAt = time.GetUtcNow();
    }

    private async Task CallWhilePendingAsync()
    {
        while (true)
        {
            await Task.Delay(GatherWindow, time);
            string[] ids;
            lock (_lock)
            {
                ids = ReadBatch.Choose(_pending, _known, IdsPerCall, time.GetUtcNow());
                if (ids.Length == 0)
                {
                    _calling = false;
                    return;
                }
            }
            await CallAsync(ids);
        }
    }

    private async Task CallAsync(string[] ids)
    {
        var readAt = time.GetUtcNow();
        try
        {
            var sessions = await lister.ListAsync(ids, Known, CancellationToken.None);
            Learn(null);
            bool IsReadable(string id) => sessions.GetValueOrDefault(id)?.Unreadable is null;
            var readable = Array.TrueForAll(ids, IsReadable) ? ids : Array.FindAll(ids, IsReadable);
            foreach (var read in Store(readable, id => new SessionSnapshot(sessions.GetValueOrDefault(id)?.Session, readAt)))
                read.Read.End(new ReadAnswer(read.Snapshot, null, time.GetUtcNow()));
            // The other sessions of the same list are not affected.
            if (readable.Length == ids.Length) return;
            foreach (var read in Take([.. ids.Except(readable, StringComparer.Ordinal)])) Fail(read, sessions[read.Id].Unreadable!);
        }
#pragma warning disable CA1031 // Whatever went wrong belongs to the readers, and the loop must go on for the others.
        catch (Exception error)
#pragma warning restore CA1031
        {
            // Where nobody answers, those that wait for the next call need not find that out again.
            if (Learn(error) is { } outage)
                foreach (var read in TakeAll()) Fail(read, outage);
            else
                foreach (var read in Take(ids)) Fail(read, error);
        }
    }

    private KnownSession? Known(string id)
    {
        lock (_lock) return _known.Find(id);
    }

    private void Fail(PendingRead read, Exception error) => read.End(new ReadAnswer(null, error, time.GetUtcNow()));

    /// <returns>What is told of a region that does not answer; null for one that does.</returns>
    private CloudException? Learn(Exception? error)
    {
        lock (_lock)
        {
            _outage = error is CloudException failed ? Outage.After(_outage, failed, time.GetUtcNow()) : null;
            return _outage?.Tell(time.GetUtcNow());
        }
    }

    private PendingRead[] TakeAll()
    {
        lock (_lock)
        {
            PendingRead[] all = [.. _pending];
            _pending.Clear();
            return all;
        }
    }

    /// <returns>The reads that this serves, first come first.</returns>
    private List<(PendingRead Read, SessionSnapshot Snapshot)> Store(string[] ids, Func<string, SessionSnapshot> snapshotOf)
    {
        var done = new List<(PendingRead, SessionSnapshot)>();
        lock (_lock)
        {
            var fresh = ids.ToDictionary(id => id, snapshotOf, StringComparer.Ordinal);
            foreach (var id in ids) _known.Read(id, fresh[id]);
            _pending.RemoveAll(read =>
            {
                if (!fresh.TryGetValue(read.Id, out var snapshot) || snapshot.ReadAt < read.Oldest) return false;
                done.Add((read, snapshot));
                return true;
            });
        }
        return done;
    }

    private List<PendingRead> Take(string[] ids)
    {
        var taken = new HashSet<string>(ids, StringComparer.Ordinal);
        lock (_lock)
        {
            var failed = _pending.FindAll(read => taken.Contains(read.Id));
            _pending.RemoveAll(read => taken.Contains(read.Id));
            return failed;
        }
    }
}
