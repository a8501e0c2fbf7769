using System.Collections.Concurrent;
using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Engine.Errors;
using VpcMirrorOperator.Engine.Requeue;
using VpcMirrorOperator.Kubernetes.Control;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.Output;

namespace VpcMirrorOperator.Commands;

/// <summary>
/// The first read of each session in this run. Until it works, the object's status is that of an earlier run and says nothing about
/// now: no session counts as Ready or blocked by it, and the row shows why the read fails. One that cannot be read holds up no other.
/// </summary>
/// <param name="reader">Reads sessions.</param>
/// <param name="patience">
/// How long a read that fails for a passing cause is repeated, counted from now; another cause ends it at once. Null: for ever, whatever
/// the cause.
/// </param>
/// <param name="wake">Has a session tried again at once: its answer is there.</param>
/// <param name="time">Clock of the patience.</param>
internal sealed class FirstReads(SessionReader reader, TimeSpan? patience, Action<ObjectKey> wake, TimeProvider time)
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    private readonly long _started = time.GetTimestamp();
    private readonly ConcurrentDictionary<ObjectKey, Failure> _failures = new();
    private readonly ConcurrentDictionary<ObjectKey, PendingRead> _asked = new();
    private readonly ConcurrentDictionary<ObjectKey, bool> _done = new();

    /// <summary>Reads the session unless that was done before.</summary>
    /// <returns>When to try again; null when the session has been read.</returns>
    public Outcome? Try(TrafficMirrorSession session)
    {
        var key = session.Key();
        // One that is not recorded is looked for, or created, by the reconcile itself.
        if (_done.ContainsKey(key) || !session.Session().IsRecorded) return null;
        try
        {
            if (!IsRead(session)) return Outcome.WaitFor(LongestWait);
        }
        catch (CloudException e)
        {
            var final = IsFinal(e);
            _failures[key] = new Failure(e, final);
            return final ? Outcome.Done : RetryPause.After(e);
        }

        _done[key] = true;
        _failures.TryRemove(key, out _);
        return null;
    }

    /// <summary>Any answer of this run will do. The reconciler finds it in the reader's memory, so it costs no second call.</summary>
    private bool IsRead(TrafficMirrorSession session)
    {
        ObjectKey key = session.Key();
        if (_asked.TryGetValue(key, out var read) && read.Answer is { } answer)
        {
            _asked.TryRemove(key, out _);
            answer.Get();
            return true;
        }

        if (reader.Find(session.Session(), TimeSpan.FromDays(1)) is not null) return true;
        if (read is null) _asked[key] = reader.Ask(session.Session(), TimeSpan.FromDays(1), () => wake(key));
        return false;
    }

    /// <summary>The row of a session that has not been reconciled in this run.</summary>
    public SessionRow Row(TrafficMirrorSession session)
    {
        var row = SessionRow.Of(session, seen: false);
        if (!_failures.TryGetValue(session.Key(), out var failure)) return row;
        return row with
        {
            Reason = CloudErrorTable.Of(failure.Error).Reason,
            Message = CloudAdvice.NotRead(failure.Error),
            Progress = failure.IsFinal ? SessionProgress.Blocked : row.Progress,
        };
    }

    private bool IsFinal(CloudException error) =>
        patience is { } limit && (!CloudErrorTable.Of(error).IsTemporary || time.GetElapsedTime(_started) >= limit);

    private sealed record Failure(CloudException Error, bool IsFinal);
}
