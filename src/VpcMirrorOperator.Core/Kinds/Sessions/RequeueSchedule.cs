using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Engine.Decisions;

namespace VpcMirrorOperator.Kinds.Sessions;

/// <summary>When to observe a session again.</summary>
/// <param name="jitter">Spreads drift checks.</param>
/// <param name="knowledge">How long writes take.</param>
internal sealed class RequeueSchedule(Random jitter, LearnedLimits knowledge)
{
    private static readonly TimeSpan Soonest = TimeSpan.FromSeconds(1);
    private readonly Lock _lock = new();

    /// <summary>The pause after a reconcile that made no write.</summary>
    public TimeSpan After(Observation observation) => observation.Plan.Decision switch
    {
        Decision.Wait { After: { } pause } => AtLeast(Soonest, pause),
        Decision.Wait => WhenTheWriteEnds(observation),
        Decision.Stall { After: { } pause } => AtLeast(Soonest, Shorter(pause, observation.Declared.Spec.DriftInterval())),
        _ when observation.Memory.Times.RestAge is { } soon => AtLeast(Soonest, Shorter(soon, observation.Declared.Spec.DriftInterval())),
        _ => DriftCheck(observation.Declared, observation.Snapshot, observation.Now),
    };

    /// <summary>Whether nothing is waited for: the observation after this one can wait for those that were not made yet.</summary>
    public static bool IsDriftCheck(Observation observation) =>
        observation.Plan.Decision is not (Decision.Wait or Decision.Stall { After: not null }) && observation.Memory.Times.RestAge is null;

    /// <summary>When the write that is being carried out is expected to end.</summary>
    private TimeSpan WhenTheWriteEnds(Observation observation)
    {
        var accepted = observation.Plan.Operation?.AcceptedAt ?? observation.Plan.Operation?.StartedAt ?? observation.Now;
        return knowledge.Of(observation.Declared.Session().Region).WriteDuration.NextPoll(
            AtLeast(TimeSpan.Zero, observation.Now - accepted));
    }

    /// <summary>
    /// The pause of an object of which nothing is expected: the interval, ±10 %, counted from the read. A reconcile that was served from
    /// memory comes back when that memory is too old: so each
    /// session is read once per interval, however its reconciles are spread.
    /// </summary>
    /// <param name="declared">The object.</param>
    /// <param name="snapshot">What was read.</param>
    /// <param name="now">The time.</param>
    public TimeSpan DriftCheck(TrafficMirrorSession declared, SessionSnapshot snapshot, DateTimeOffset now)
    {
        var interval = declared.Spec.DriftInterval();
        var age = now - snapshot.ReadAt;
        var pause = (interval * Spread()) - age;
        return AtLeast(Soonest, pause > Soonest ? pause : interval - age);
    }

    private double Spread()
    {
        lock (_lock) return 0.9 + (0.2 * jitter.NextDouble());
    }

    private static TimeSpan AtLeast(TimeSpan floor, TimeSpan pause) => pause > floor ? pause : floor;

    private static TimeSpan Shorter(TimeSpan left, TimeSpan right) => left < right ? left : right;
}
