using System.Globalization;
using VpcMirrorOperator.Api.Json;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Engine.Decisions;

namespace VpcMirrorOperator.Kinds.Sessions.Planning;

/// <summary>
/// Holds a plan that removes too much, counted together with what was removed within the window before it: many small edits are no way
/// around the limit. An approval of exactly these removals opens it.
/// </summary>
internal static class RemovalLimit
{
    public static Decision.Hold? Check(PlannerInput input, ObservedSession session, PlanFacts facts)
    {
        if (facts.IsApproved) return null;
        var spec = input.Declared.Spec;
        var before = RecentRemovals.Within(facts.RecentRemovals, spec.RemovalWindow(), input.Now);
        var allowed = Allowed(spec, session.Sources.Count + before);
        return before + facts.Diff.ToRemove.Length <= allowed ? null : new Decision.Hold(
            Reasons.MaxRemovalsExceeded, Message(input, facts, before, allowed));
    }

    /// <summary>Whoever deletes an object with Detach wants its sources removed: only a limit that somebody wrote holds that.</summary>
    public static Decision.Hold? CheckDetaching(PlannerInput input, ObservedSession session, PlanFacts facts) =>
        input.Declared.Spec.Safety?.MaxRemovals is null ? null : Check(input, session, facts);

    /// <summary>
    /// The default lets one source always be replaced, also in a session of one. A limit that somebody wrote is rounded down, so that a
    /// small session has no loophole.
    /// </summary>
    private static int Allowed(TrafficMirrorSessionSpec spec, int mirrored) =>
        spec.Safety?.MaxRemovals is { } limit ? limit.Of(mirrored) : Math.Max(1, SpecDefaults.MaxRemovals.Of(mirrored));

    private static string Message(PlannerInput input, PlanFacts facts, int before, int allowed)
    {
        var spec = input.Declared.Spec;
        var limit = spec.Safety?.MaxRemovals is { } written ? $"({written})" : $"(by default {SpecDefaults.MaxRemovals})";
        var recent = before == 0 ? "" : string.Create(
            CultureInfo.InvariantCulture,
            $", with {before} within spec.safety.removalWindow ({GoDuration.Format(spec.RemovalWindow())}) before,");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"The plan's removals ({facts.Diff.ToRemove.Length}: {NamedIds.Of(facts.Diff.ToRemove)}){recent} exceed "
            + $"spec.safety.maxRemovals {limit}, which allows {allowed}. "
            + $"To approve it, set the annotation {Annotations.ApprovedPlan}: \"{facts.Hash}\".{Answer(input, facts)}");
    }

    /// <summary>An approval that does not fit gets an answer.</summary>
    private static string Answer(PlannerInput input, PlanFacts facts) =>
        input.Declared.Metadata.Annotations.GetValueOrDefault(Annotations.ApprovedPlan) is { Length: > 0 } other && other != facts.Hash
            ? " The annotation that is set approves another plan, or the plan has changed since."
            : "";
}
