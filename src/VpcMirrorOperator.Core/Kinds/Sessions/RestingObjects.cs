using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Kinds.Sessions.Planning;
using VpcMirrorOperator.Kubernetes.Control;
using VpcMirrorOperator.Storage;

namespace VpcMirrorOperator.Kinds.Sessions;

/// <summary>
/// The short way of a reconcile, for the many objects in which nothing happens. An object rests when a whole reconcile has found nothing to
/// do, to say or to remember, and none of that hung on the time. While the object and its session as listed are the very same instances,
/// and nobody else speaks for the session, another whole reconcile would find the same; only the reading, and when the next is due, go on.
/// </summary>
/// <param name="store">Where the objects live.</param>
/// <param name="readings">Gets sessions.</param>
/// <param name="schedule">When the next is due.</param>
/// <param name="time">The clock.</param>
internal sealed class RestingObjects(
    IObjectStore<TrafficMirrorSession> store, SessionReadings readings, RequeueSchedule schedule, TimeProvider time)
{
    private const int LongestIdentity = 256;

    /// <summary>Notes that an object rests, if it does, at the end of a whole reconcile that wrote nothing.</summary>
    /// <param name="observation">What was observed, with the memory before.</param>
    /// <param name="learned">The same with the memory after.</param>
    /// <param name="slot">The object's memory.</param>
    public static void Note(Observation observation, Observation learned, SessionMemories.Slot slot)
    {
        var isSettled = observation is { Plan: { Decision: Decision.Done, Operation: null }, Snapshot.Session: not null }
            && learned.Memory.IsTimeless && learned.Memory == observation.Memory;
        // A created session is looked for by its mark, too; what a reference leads to changes without the object.
        var isPlain = slot.Life is null && observation.Declared.Spec.Session?.FilterRef is null;
        if (isSettled && isPlain) slot.Rest(observation.Declared, observation.Snapshot.Session!);
    }

    /// <summary>Goes the short way.</summary>
    /// <returns>Null when the whole reconcile is needed; then nothing has been done.</returns>
    public Outcome? Look(TrafficMirrorSession declared, SessionMemories.Slot slot)
    {
        var now = time.GetUtcNow();
        var rests = slot.RestsAs(declared) && !(now - slot.SilentSince > SessionLimits.SilentGrace) && IsAlone(slot.Session);
        if (rests && Read(declared, slot, now) is { } outcome) return outcome;
        slot.Rouse();
        return null;
    }

    private Outcome? Read(TrafficMirrorSession declared, SessionMemories.Slot slot, DateTimeOffset now)
    {
        var arrived = SessionReadings.Take(slot);
        try
        {
            var maxAge = ReadAge.Allowed(declared, slot.Memory, now, SessionLimits.WriteFreshness);
            var snapshot = readings.Find(declared, slot, arrived, maxAge);
            if (snapshot is null) slot.SilentSince ??= now;
            if (snapshot is null) return SessionReadings.Wait;
            if (slot.RestsWith(snapshot.Session)) return Again(declared, slot, snapshot, now);
        }
        catch (CloudException)
        {
            // The whole reconcile meets the same trouble, and tells it.
        }

        // As it was: what is waited for is still waited for.
        slot.Reading ??= arrived;
        return null;
    }

    private Outcome.Requeue Again(
        TrafficMirrorSession declared, SessionMemories.Slot slot, SessionSnapshot snapshot, DateTimeOffset now)
    {
        var pause = schedule.DriftCheck(declared, snapshot, now);
        slot.Memory = slot.Memory with { Times = slot.Memory.Times with { DueAt = now + pause } };
        (slot.ObservedAt, slot.SilentSince) = (snapshot.ReadAt, null);
        return new Outcome.Requeue(pause, IsCheck: true);
    }

    private bool IsAlone(SessionRef session)
    {
        Span<char> identity = stackalloc char[LongestIdentity];
        return session.TryWriteIdentity(identity, out var length) && !store.MayBeShared(identity[..length]);
    }
}
