using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorFilters;
using VpcMirrorOperator.Kinds.Filters.Planning;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kinds.Filters;

/// <summary>How old a list may be for the next observation. Pure.</summary>
internal static class FilterReadAge
{
    /// <summary>
    /// Nothing when a user asks for an observation now; at rest the drift check interval; otherwise about two seconds, and never older than
    /// the moment at which this reconcile fell due.
    /// </summary>
    public static TimeSpan Allowed(TrafficMirrorFilter declared, FilterMemory memory, DateTimeOffset now)
    {
        if (Request(declared) is not null) return TimeSpan.Zero;
        if (IsAtRest(declared)) return declared.Spec.DriftInterval();
        var sinceDue = now - memory.DueAt;
        return sinceDue >= TimeSpan.Zero && sinceDue < FilterTimes.WriteFreshness ? sinceDue : FilterTimes.WriteFreshness;
    }

    /// <summary>The user's request for an observation that has not been answered yet; null when there is none.</summary>
    public static string? Request(TrafficMirrorFilter declared) =>
        Asked(declared) is { } asked && asked != declared.Status?.LastHandledReconcileAt ? asked : null;

    /// <summary>The value of the request as it is compared and echoed; null when nothing was ever asked.</summary>
    public static string? Asked(TrafficMirrorFilter declared) =>
        declared.Metadata.Annotations.GetValueOrDefault(Annotations.ReconcileRequestedAt) is { } asked ? BoundedText.Of(asked) : null;

    private static bool IsAtRest(TrafficMirrorFilter declared) =>
        declared.Status is { Operation: null } status
        && status.ObservedGeneration == declared.Metadata.Generation
        && Conditions.Find(status.Conditions, ConditionTypes.Ready) is not null
        && !Conditions.IsTrue(status.Conditions, ConditionTypes.Reconciling);
}
