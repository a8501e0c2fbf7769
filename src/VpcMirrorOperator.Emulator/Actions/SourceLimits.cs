using System.Collections.Immutable;
using VpcMirrorOperator.Emulator.Seeds;
using VpcMirrorOperator.Emulator.Settings;
using VpcMirrorOperator.Emulator.State;
using VpcMirrorOperator.Emulator.Wire;

namespace VpcMirrorOperator.Emulator.Actions;

/// <summary>
/// The account's limits on sources: of a session, of a target over all its sessions, and of an interface. Sessions that are disabled
/// or changing count, with what they will hold (whether they do is not documented; this is the stricter reading).
/// </summary>
internal static class SourceLimits
{
    /// <param name="settings">The limits.</param>
    /// <param name="region">The other sessions.</param>
    /// <param name="session">The session that changes; null for one that is being created.</param>
    /// <param name="wanted">Its fields after the change.</param>
    /// <param name="added">The sources that it gets.</param>
    internal static ApiError? Check(
        EmulatorSettings settings, EmulatedRegion region, EmulatedSession? session, SessionSeed wanted, ImmutableArray<string> added)
    {
        var held = session?.SourcesToCome ?? ImmutableSortedSet<string>.Empty;
        if (settings.SourceMustDifferFromTarget && (added.Contains(wanted.TargetId) || held.Contains(wanted.TargetId)))
            return CloudErrors.Bad(settings.SourceIsTargetCode, "A network interface cannot be the source and the target of one session.");
        if (held.Count + added.Length > settings.MaxSourcesPerSession && added.Length > 0)
            return CloudErrors.SessionFull(settings.SessionFullCode, settings.MaxSourcesPerSession);
        return InterfaceLimit(settings, region, session, added)
            ?? TargetLimit(settings, region, session, wanted, held.Count + added.Length);
    }

    private static ApiError? InterfaceLimit(
        EmulatorSettings settings, EmulatedRegion region, EmulatedSession? session, ImmutableArray<string> added)
    {
        var limit = settings.MaxSessionsPerInterface;
        var full = added.FirstOrDefault(id => region.Sessions.Count(s => s != session && s.SourcesToCome.Contains(id)) >= limit);
        return full is null ? null : CloudErrors.Bad(
            settings.InterfaceFullCode, $"The network interface {full} is a source of {limit} traffic mirror sessions already.");
    }

    private static ApiError? TargetLimit(
        EmulatorSettings settings, EmulatedRegion region, EmulatedSession? session, SessionSeed wanted, int own)
    {
        var limit = wanted.TargetType != "NetworkInterface" ? settings.MaxSourcesPerLoadBalancer
            : region.LargeTargets.Contains(wanted.TargetId) ? settings.MaxSourcesPerLargeTarget : settings.MaxSourcesPerSmallTarget;
        var others = region.Sessions.Where(s => s != session && s.TargetToCome == wanted.TargetId).Sum(s => s.SourcesToCome.Count);
        return others + own <= limit ? null : CloudErrors.Bad(
            settings.TargetFullCode, $"The traffic mirror target {wanted.TargetId} cannot have more than {limit} sources.");
    }
}
