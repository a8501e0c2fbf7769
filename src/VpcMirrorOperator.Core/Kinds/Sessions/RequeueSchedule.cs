using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Kinds.Sessions.Planning;

namespace VpcMirrorOperator.Kinds.Sessions;

/// <summary>When to look at a session again.</summary>
/// <param name="jitter">Spreads drift checks.</param>
/// <param name="knowledge">How long writes take.</param>
internal sealed class RequeueSchedule(Random jitter, LearnedLimits knowledge)
{
    private static readonly TimeSpan Soonest = TimeSpan.FromSeconds(1);
    private readonly Lock _lock = new();

    /// <summary>The pause after a look that made no write.</summary>
    public TimeSpan After(Observation look) => look.Plan.Decision switch
    {
        Decision.Wait { After: { } pause } => AtLeast(Soonest, pause),
        Decision.Wait => WhenTheWriteEnds(look),
        Decision.Stall { After: { } pause } => AtLeast(Soonest, Shorter(pause, look.Declared.Spec.DriftInterval())),
        _ when look.Memory.RestAge is { } soon => AtLeast(Soonest, Shorter(soon, look.Declared.Spec.DriftInterval())),
        _ => DriftCheck(look),
    };

    /// <summary>When the write that is being carried out is expected to end.</summary>
    private TimeSpan WhenTheWriteEnds(Observation look)
    {
        var accepted = look.Plan.Operation?.AcceptedAt ?? look.Plan.Operation?.StartedAt ?? look.Now;
        return knowledge.Of(look.Declared.Session().Region).WriteDuration.NextPoll(AtLeast(TimeSpan.Zero, look.Now - accepted));
    }

    /// <summary>
    /// The interval, ±10 %, counted from the read. A look that was served from memory comes back when that memory is too old: so each
    /// session is read once per interval, however its looks are spread.
    /// </summary>
    private TimeSpan DriftCheck(Observation look)
    {
        var interval = look.Declared.Spec.DriftInterval();
        var age = look.Now - look.Snapshot.ReadAt;
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
