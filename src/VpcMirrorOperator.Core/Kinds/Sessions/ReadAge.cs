using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Kinds.Sessions.Planning;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kinds.Sessions;

/// <summary>How old a snapshot may be for the next observation. Pure.</summary>
internal static class ReadAge
{
    /// <summary>
    /// Nothing when a user asks for an observation now. At rest, and for the first observation of this process while no operation is open,
    /// the drift check interval, or less while waiting for a user: what is planned on it is not written (rule 3; a write has a limit of its
    /// own), and nothing is found in memory that was read before our latest write. Otherwise about two seconds, and never older than the
    /// moment at which this reconcile fell due.
    /// </summary>
    /// <param name="declared">The object.</param>
    /// <param name="memory">What this process remembers of it.</param>
    /// <param name="now">The time of the observation.</param>
    /// <param name="fresh">What counts as fresh.</param>
    public static TimeSpan Allowed(TrafficMirrorSession declared, SessionMemory memory, DateTimeOffset now, TimeSpan fresh)
    {
        if (Request(declared) is not null) return TimeSpan.Zero;
        var interval = declared.Spec.DriftInterval();
        if (IsAtRest(declared) || IsFirst(declared, memory)) return memory.Times.RestAge is { } age && age < interval ? age : interval;
        var sinceDue = now - memory.Times.DueAt;
        return sinceDue >= TimeSpan.Zero && sinceDue < fresh ? sinceDue : fresh;
    }

    private static bool IsFirst(TrafficMirrorSession declared, SessionMemory memory) =>
        memory.Times.DueAt == default && declared.Status?.Operation is null;

    private static bool IsAtRest(TrafficMirrorSession declared) =>
        declared.Status is { Operation: null } status
        && status.ObservedGeneration == declared.Metadata.Generation
        && !Conditions.IsTrue(status.Conditions, ConditionTypes.Reconciling);

    /// <summary>The user's request for an observation that has not been answered yet; null when there is none.</summary>
    public static string? Request(TrafficMirrorSession declared) =>
        UserRequest.Of(declared) is { } asked && asked != declared.Status?.LastHandledReconcileAt ? asked : null;
}
