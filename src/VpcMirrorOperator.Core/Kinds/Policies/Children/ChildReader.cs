using System.Globalization;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Kinds.Policies.Packing;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kinds.Policies.Children;

/// <summary>Reads a session object as the packing function sees it. Pure.</summary>
internal static class ChildReader
{
    /// <summary>A child that is busy for longer takes no new ids (rule P13).</summary>
    private static readonly TimeSpan BusyFor = TimeSpan.FromMinutes(2);

    /// <summary>Reasons of a stalled session that is not stuck: it may still take ids, or other ids.</summary>
    private static readonly HashSet<string> NotStuck = new(StringComparer.Ordinal)
    {
        Reasons.SourcesRejected, Reasons.InterfaceFull, Reasons.SessionFull, Reasons.TargetFull, Reasons.QuotaExceeded,
        Reasons.PriorityConflict, Reasons.NoSources, Reasons.SourcesEdited,
    };

    /// <summary>Whether a session object was made by a policy, whichever, alive or not.</summary>
    public static bool IsChild(TrafficMirrorSession session) =>
        session.Metadata.Annotations.ContainsKey(Annotations.Packed) || session.PolicyOwner() is not null;

    /// <summary>The child.</summary>
    /// <param name="session">The object.</param>
    /// <param name="learnedSize">The size that its session was found to have.</param>
    /// <param name="now">The time.</param>
    public static ChildState Read(TrafficMirrorSession session, int? learnedSize, DateTimeOffset now)
    {
        var (metadata, spec, declared) = (session.Metadata, session.Spec, session.Spec.Session ?? new SessionDeclaration());
        var owner = session.PolicyOwner();
        return new ChildState
        {
            Key = session.Key(),
            Uid = metadata.Uid,
            ResourceVersion = metadata.ResourceVersion,
            Owner = owner is null ? null : new ChildOwner(owner.Name, owner.Uid),
            IsDeleting = metadata.DeletionTimestamp is not null,
            IsClosing = metadata.Annotations.GetValueOrDefault(Annotations.Closing) == "true",
            TargetId = declared.Target?.Id ?? "",
            Priority = declared.Priority ?? 0,
            Shape = ShapeOf(declared, owner?.Name ?? "", session.Key()),
            DeletionPolicy = spec.DeletionPolicy ?? DeletionPolicy.Retain,
            Mode = ChildModes.Of(spec.Suspend, spec.ManagementPolicy),
            Sources = spec.SourceIds.ToHashSet(StringComparer.Ordinal),
            Packed = ChildIds.Read(metadata.Annotations, Annotations.Packed),
            Term = TermOf(metadata.Annotations),
            RemoveFirst = ChildIds.Read(metadata.Annotations, Annotations.RemoveFirst) ?? new HashSet<string>(),
            Operation = OperationOf(session.Status?.Operation),
            Sequence = session.Status?.OperationSequence ?? 0,
            LearnedSize = learnedSize,
            Refused = (session.Status?.RejectedSources ?? []).Select(source => source.Id).ToHashSet(StringComparer.Ordinal),
            RefusedPriority = ReasonOf(session) == Reasons.PriorityConflict ? declared.Priority : null,
            CannotTake = CannotTake(session, now),
            HandedDown = HandedDown.Of(metadata.Annotations),
        };
    }

    /// <summary>The reason of the session's Ready condition; null before its first reconcile.</summary>
    public static string? ReasonOf(TrafficMirrorSession session) =>
        Conditions.Find(session.Status?.Conditions ?? [], ConditionTypes.Ready)?.Reason;

    private static SessionShape ShapeOf(SessionDeclaration declared, string policy, ObjectKey key) => new()
    {
        FilterId = declared.FilterId,
        VirtualNetworkId = declared.VirtualNetworkId,
        PacketLength = declared.PacketLength,
        IsEnabled = declared.Enabled ?? true,
        Rest = ChildRest.Of(declared, policy, key),
    };

    private static ChildOperation? OperationOf(OperationState? operation) => operation is null ? null : new ChildOperation(
        operation.Verb, operation.Ids.ToHashSet(StringComparer.Ordinal),
        operation.Parameters?.GetValueOrDefault("Priority") is { } priority
            && int.TryParse(priority, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null);

    private static long TermOf(IReadOnlyDictionary<string, string> annotations) =>
        long.TryParse(annotations.GetValueOrDefault(Annotations.Term), NumberStyles.None, CultureInfo.InvariantCulture, out var term)
            ? term : 0;

    private static bool CannotTake(TrafficMirrorSession session, DateTimeOffset now)
    {
        if (session.Status is not { } status) return false;
        if (status.Session is { } seen && !ObservedSession.IsGood(seen.BusinessStatus)) return true;
        if (status.Operation is { } operation && now - (operation.FirstStartedAt ?? operation.StartedAt) > BusyFor) return true;
        return Conditions.IsTrue(status.Conditions, ConditionTypes.Stalled) && !NotStuck.Contains(ReasonOf(session) ?? "");
    }
}
