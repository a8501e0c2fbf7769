using VpcMirrorOperator.Api.TrafficMirrorSessions;

namespace VpcMirrorOperator.Simulation.Scenario;

/// <summary>
/// How much an object may remove without approval, by what it says itself: half, unless it names a limit, counted over a time.
/// </summary>
internal static class RemovalRules
{
    /// <summary>The clock of the decision is not that of the rule.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(2);

    /// <summary>Whether so many removals are beyond doubt too many.</summary>
    public static bool AreTooMany(TrafficMirrorSession declared, int removals, int mirrored, DateTimeOffset now) =>
        Exceed(declared, removals, mirrored, now + Slack);

    /// <summary>Whether so many removals may be held as too many.</summary>
    public static bool MayBeTooMany(TrafficMirrorSession declared, int removals, int mirrored, DateTimeOffset now) =>
        Exceed(declared, removals, mirrored, now - Slack);

    private static bool Exceed(TrafficMirrorSession declared, int removals, int mirrored, DateTimeOffset now)
    {
        var safety = declared.Spec.Safety;
        if (declared.Metadata.DeletionTimestamp is not null && safety?.MaxRemovals is null) return false;
        var window = safety?.RemovalWindow ?? TimeSpan.FromHours(1);
        var before = declared.Status?.RecentRemovals.Where(removal => now - removal.At < window).Sum(removal => removal.Count) ?? 0;
        var allowed = safety?.MaxRemovals is { } limit ? limit.Of(mirrored + before) : Math.Max(1, (mirrored + before) / 2);
        return removals + before > allowed;
    }
}
