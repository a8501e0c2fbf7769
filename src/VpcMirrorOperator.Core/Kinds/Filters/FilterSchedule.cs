using VpcMirrorOperator.Api.TrafficMirrorFilters;
using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Kubernetes.Control;

namespace VpcMirrorOperator.Kinds.Filters;

/// <summary>When to observe a filter again.</summary>
/// <param name="jitter">Spreads drift checks.</param>
/// <param name="limits">How long writes take.</param>
internal sealed class FilterSchedule(Random jitter, LearnedLimits limits)
{
    private static readonly TimeSpan Soonest = TimeSpan.FromSeconds(1);
    private readonly Lock _lock = new();

    /// <summary>What happens after a reconcile that made no write.</summary>
    public Outcome After(FilterObservation observation)
    {
        var interval = observation.Declared.Spec.DriftInterval();
        return observation.Plan.Decision switch
        {
            Decision.Wait { After: { } pause } => Outcome.RequeueAfter(AtLeast(pause)),
            Decision.Wait => Outcome.RequeueAfter(WhenTheWriteEnds(observation)),
            Decision.Stall { After: { } pause } => Outcome.RequeueAfter(AtLeast(pause < interval ? pause : interval)),
            _ => Outcome.CheckAfter(AtLeast((interval * Spread()) - (observation.Now - (observation.ReadAt ?? observation.Now)))),
        };
    }

    private TimeSpan WhenTheWriteEnds(FilterObservation observation)
    {
        var accepted = observation.Plan.Operation?.AcceptedAt ?? observation.Plan.Operation?.StartedAt ?? observation.Now;
        var elapsed = observation.Now > accepted ? observation.Now - accepted : TimeSpan.Zero;
        return limits.Of(observation.Declared.Filter().Region).WriteDuration.NextPoll(elapsed);
    }

    /// <summary>±10 %.</summary>
    private double Spread()
    {
        lock (_lock) return 0.9 + (0.2 * jitter.NextDouble());
    }

    private static TimeSpan AtLeast(TimeSpan pause) => pause > Soonest ? pause : Soonest;
}
