using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Simulation.Scenario;

/// <summary>Whether a session has arrived: as declared, or with a condition that says rightly why it cannot be.</summary>
internal static class Verdict
{
    public static bool HasArrived(MirrorWorld world, TrafficMirrorSession declared) => Why(world, declared) is null;

    /// <summary>What is missing; null when the object has arrived.</summary>
    public static string? Why(MirrorWorld world, TrafficMirrorSession declared)
    {
        var status = declared.Status;
        if (status?.ObservedGeneration != declared.Metadata.Generation) return $"{declared.Key()}: not observed";
        var ready = Conditions.Find(status.Conditions, ConditionTypes.Ready);
        if (declared.Metadata.DeletionTimestamp is not null) return WhyNotGone(world, declared, status, ready);
        var fine = ready?.Status == ConditionStatus.True ? IsAsDeclared(world, declared) && status.Operation is null
            : Excuse(world, declared, ready?.Reason);
        return fine ? null : $"{declared.Key()}: {SimText.Of(status)}: {ready?.Message}";
    }

    /// <summary>A deleted object may stay only for a reason that is true, and that its user can end.</summary>
    private static string? WhyNotGone(MirrorWorld world, TrafficMirrorSession deleted, TrafficMirrorSessionStatus status, Condition? ready)
    {
        var sources = world.Session(deleted)?.Sources;
        var left = sources?.Count(id => deleted.Spec.SourceIds.Contains(id)) ?? 0;
        var fine = left > 0 && deleted.Spec.DeletionPolicy == DeletionPolicy.Detach && deleted.Spec.Policy() == ManagementPolicy.Sync
            && ready?.Reason switch
        {
            Reasons.Suspended => deleted.Spec.IsSuspended(),
            Reasons.WouldEmptySession => left == sources!.Count && !deleted.Spec.AllowsEmpty(),
            Reasons.MaxRemovalsExceeded => RemovalRules.MayBeTooMany(deleted, left, sources!.Count, world.Loop.Time.GetUtcNow()),
            Reasons.MinSourcesReached => deleted.Spec.Safety?.MinSources > sources!.Count - left,
            Reasons.ContestedSession => world.Has(Trouble.TwoReleases),
            Reasons.SourcesRejected => status.RejectedSources.Count > 0 && AreRefused(world, deleted),
            _ => false,
        };
        return fine ? null : $"{deleted.Key()} is deleted: {SimText.Of(status)}: {ready?.Message}";
    }

    /// <summary>Whether the cloud has what is declared, under the policy.</summary>
    public static bool IsAsDeclared(MirrorWorld world, TrafficMirrorSession declared)
    {
        var (missing, extra) = Differences(world, declared);
        return missing == 0 && (extra == 0 || declared.Spec.Policy() == ManagementPolicy.AddOnly);
    }

    private static bool Excuse(MirrorWorld world, TrafficMirrorSession declared, string? reason)
    {
        var spec = declared.Spec;
        var (missing, extra) = Differences(world, declared);
        return reason switch
        {
            Reasons.SessionNotFound => world.Session(declared) is null,
            Reasons.OwnershipConflict => world.Store.Objects.Count(other => other.Session() == declared.Session()) > 1
                || (world.Namespaces.HasMet(declared) && !world.Namespaces.HasList),
            Reasons.NotAllowed => world.Namespaces.IsRefused(declared),
            Reasons.Suspended => spec.IsSuspended() && missing + extra > 0,
            Reasons.ObserveOnly => spec.Policy() == ManagementPolicy.Observe && missing + extra > 0,
            Reasons.EmptySourceList => spec.SourceIds.Count == 0 && !spec.AllowsEmpty() && extra > 0,
            Reasons.MaxRemovalsExceeded => RemovalRules.MayBeTooMany(
                declared, extra, world.Session(declared)!.Sources.Count, world.Loop.Time.GetUtcNow()),
            Reasons.MinSourcesReached => spec.Safety?.MinSources > spec.SourceIds.Count,
            Reasons.WouldEmptySession => extra > 0 && !spec.AllowsEmpty(),
            Reasons.ContestedSession =>
                world.Has(Trouble.TwoReleases) && world.Store.Objects.Count(other => other.Session() == declared.Session()) > 1,
            Reasons.SourcesRejected => Status(declared).RejectedSources.Count > 0 && AreRefused(world, declared),
            _ => missing > 0 && QuotaLimits.IsTrue(reason, world, declared) == true,
        };
        static TrafficMirrorSessionStatus Status(TrafficMirrorSession declared) => declared.Status!;
    }

    private static bool AreRefused(MirrorWorld world, TrafficMirrorSession declared)
    {
        var deleted = world.Cloud.Export(settle: true).NetworkInterfaces.Deleted;
        return QuotaLimits.IsUnclear(world, declared) || declared.Status!.RejectedSources.All(
            source => deleted.Contains(source.Id) || QuotaLimits.IsUsedUp(world, declared, source.Id));
    }

    private static (int Missing, int Extra) Differences(MirrorWorld world, TrafficMirrorSession declared)
    {
        var actual = world.Session(declared)?.Sources;
        if (actual is null) return (declared.Spec.SourceIds.Count, 0);
        return (declared.Spec.SourceIds.Count(id => !actual.Contains(id)), actual.Count(id => !declared.Spec.SourceIds.Contains(id)));
    }
}
