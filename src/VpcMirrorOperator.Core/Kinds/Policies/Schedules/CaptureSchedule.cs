using VpcMirrorOperator.Api.TrafficMirrorPolicies;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kinds.Policies.Schedules;

/// <summary>
/// Time-boxed capture (rule P23). An end is recorded in <c>status</c> while it lies far enough ahead for a person to see it; only a
/// recorded end closes everything. A slip of the pen, an end in the past, is a removal like any other.
/// </summary>
internal static class CaptureSchedule
{
    /// <summary>The end to record: at every pass, and before the first child exists.</summary>
    /// <param name="window">The schedule; null for none.</param>
    /// <param name="recorded">The end that is recorded; null for none.</param>
    /// <param name="now">The time of the pass.</param>
    /// <param name="delay">The policy's removal delay: how far an end must lie ahead.</param>
    public static DateTimeOffset? Record(CaptureWindow? window, DateTimeOffset? recorded, DateTimeOffset now, TimeSpan delay)
    {
        if (window?.EndsAt is not { } end) return null;
        return end - now >= delay && end > now ? end : recorded;
    }

    /// <summary>What the schedule says.</summary>
    /// <param name="window">The schedule; null for none.</param>
    /// <param name="recorded">The end that is recorded, after <see cref="Record"/>.</param>
    /// <param name="now">The time of the pass; may be long after the end, when the operator was down.</param>
    public static CaptureState State(CaptureWindow? window, DateTimeOffset? recorded, DateTimeOffset now)
    {
        if (window is null) return CaptureState.Open;
        if (window.StartsAt is { } start && now < start) return CaptureState.Outside;
        if (window.EndsAt is not { } end || now < end) return CaptureState.Open;
        // Status keeps whole seconds.
        return recorded is { } known && TimeConverter.Truncate(known) == TimeConverter.Truncate(end)
            ? CaptureState.Closed
            : CaptureState.Outside;
    }

    /// <summary>When it says something else; null for never.</summary>
    public static DateTimeOffset? NextChange(CaptureWindow? window, DateTimeOffset now)
    {
        if (window is null) return null;
        return window.StartsAt is { } start && now < start ? start : window.EndsAt is { } end && now < end ? end : null;
    }
}
