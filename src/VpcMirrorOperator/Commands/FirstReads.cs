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
/// now: no session counts as Ready or blocked by it, and the row shows why the read fails.
/// </summary>
internal sealed class FirstReads(SessionReader reader)
{
    private readonly ConcurrentDictionary<ObjectKey, CloudException> _failures = new();
    private readonly ConcurrentDictionary<ObjectKey, bool> _done = new();

    /// <summary>Reads the session unless that was done before.</summary>
    /// <returns>When to try again; null when the session has been read.</returns>
    public async ValueTask<Outcome?> TryAsync(TrafficMirrorSession session, CancellationToken cancellationToken)
    {
        var key = session.Key();
        if (_done.ContainsKey(key)) return null;
        try
        {
            // Any answer of this run will do. The reconciler finds it in the reader's memory, so it costs no second call.
            await reader.ReadAsync(session.Session(), TimeSpan.FromDays(1), cancellationToken);
        }
        catch (CloudException e)
        {
            _failures[key] = e;
            return RetryPause.After(e);
        }

        _done[key] = true;
        _failures.TryRemove(key, out _);
        return null;
    }

    /// <summary>The row of a session that has not been reconciled in this run.</summary>
    public SessionRow Row(TrafficMirrorSession session)
    {
        var row = SessionRow.Of(session, seen: false);
        return _failures.TryGetValue(session.Key(), out var failure)
            ? row with { Reason = CloudErrorTable.Of(failure).Reason, Message = $"Cannot read the session: {CloudAdvice.OneLine(failure)}" }
            : row;
    }
}
