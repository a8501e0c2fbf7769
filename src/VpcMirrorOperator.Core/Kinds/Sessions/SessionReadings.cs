using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Engine.Errors;
using VpcMirrorOperator.Kinds.Sessions.Planning;
using VpcMirrorOperator.Kubernetes.Control;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kinds.Sessions;

/// <summary>Gets sessions for reconciles without ever waiting for one: what is not there is asked for.</summary>
/// <param name="reader">Reads sessions.</param>
/// <param name="wake">Has an object reconciled, when its reading has arrived.</param>
/// <param name="time">The clock.</param>
internal sealed class SessionReadings(SessionReader reader, Action<ObjectKey> wake, TimeProvider time)
{
    /// <summary>Whoever waits is told when it is over; this is for a message that got lost.</summary>
    public static readonly Outcome Wait = Outcome.WaitFor(TimeSpan.FromMinutes(1));

    /// <summary>Takes the answer that the object was waiting for, if it has come. It serves this reconcile and no other.</summary>
    public static AwaitedReading? Take(SessionMemories.Slot slot)
    {
        if (slot.Reading is not { Read.Answer: not null } arrived) return null;
        slot.Reading = null;
        return arrived;
    }

    /// <summary>
    /// A session that is new enough. For a deleted object, a region without the service is one without the session.
    /// </summary>
    /// <param name="declared">The object.</param>
    /// <param name="slot">The object's memory.</param>
    /// <param name="arrived">What this reconcile has taken.</param>
    /// <param name="maxAge">The oldest that will do.</param>
    /// <returns>Null when it is not there yet: the object is reconciled again when it is.</returns>
    /// <exception cref="CloudException">It could not be read.</exception>
    public SessionSnapshot? Find(TrafficMirrorSession declared, SessionMemories.Slot slot, AwaitedReading? arrived, TimeSpan maxAge)
    {
        if (declared.Spec.Session is not null) reader.NeedDetails(slot.Session);
        if (reader.Find(slot.Session, maxAge) is { } known) return known;
        var request = ReadAge.Request(declared);
        try
        {
            if (arrived is not null && arrived.Serves(maxAge, request) && IsRecent(arrived) && IsWhole(declared, arrived))
                return arrived.Read.Answer!.Get();
            if (slot.Reading is not { } waiting || !waiting.Serves(maxAge, request)) Ask(declared, slot, maxAge, request);
            return null;
        }
        catch (CloudException error) when (declared.IsDetaching() && CloudErrorTable.Of(error).Reason == Reasons.ServiceNotOpened)
        {
            return new SessionSnapshot(null, time.GetUtcNow());
        }
    }

    /// <summary>What was asked for before anything was declared does not say what is named and tagged.</summary>
    private static bool IsWhole(TrafficMirrorSession declared, AwaitedReading arrived) =>
        declared.Spec.Session is null || arrived.Read.Answer?.Snapshot is not { Session: { Details: null } };

    private void Ask(TrafficMirrorSession declared, SessionMemories.Slot slot, TimeSpan maxAge, string? request)
    {
        ObjectKey key = declared.Key();
        slot.Reading = new AwaitedReading(reader.Ask(slot.Session, maxAge, () => wake(key)), request);
    }

    /// <summary>An error is told however late; a session that lay here for long is read anew.</summary>
    private bool IsRecent(AwaitedReading arrived) =>
        arrived.Read.Answer is { } answer && (answer.Error is not null || time.GetUtcNow() - answer.At <= SessionLimits.WriteFreshness);
}
