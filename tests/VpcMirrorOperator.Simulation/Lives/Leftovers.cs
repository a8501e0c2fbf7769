using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorFilters;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Simulation.Lives;

/// <summary>
/// When all is quiet, what we made is had by the object that made it, or was retained or released for a reason (rules S3, S12 and S17).
/// </summary>
internal static class Leftovers
{
    /// <summary>Something that nobody will find again, or that a deletion left; null for nothing.</summary>
    public static string? Find(LifeWorld world) => world.Truth.Made.Select(one => Why(world, one)).FirstOrDefault(why => why is not null);

    private static string? Why(LifeWorld world, Thing made)
    {
        var key = world.Truth.MakerOf(made.Id)!.Value;
        if (LivingId(world, key, made.IsSession) is var (id, ready))
            return id == made.Id || ready is Reasons.SeveralSessions or Reasons.SeveralFilters || IsMarkedTwice(world, made)
                ? null : $"{made.Id} of {key} is an orphan: it has {id ?? "none"} and says {ready}";
        if (world.Gone.Last(key) is not { } gone || !WantsDelete(gone) || world.DefinitionsGoneAt is not null) return null;
        return world.Gone.WasAdopted(made.Id) || IsMarkedTwice(world, made) ? null : $"{key} was deleted under Delete and left {made.Id}";
    }

    /// <summary>Somebody copied the tags: no one can tell the two apart.</summary>
    private static bool IsMarkedTwice(LifeWorld world, Thing made) =>
        world.Truth.WasCopied(CloudTruth.MarkOf(world.Truth.MakerOf(made.Id)!.Value, made.IsSession));

    private static (string? Id, string? Ready)? LivingId(LifeWorld world, ObjectKey key, bool sessions)
    {
        if (sessions)
            return world.Sessions.Find(key) is { } session
                ? (session.SessionId(), ReasonOf(session.Status?.Conditions)) : null;
        return world.Filters.Find(key) is { } filter ? (filter.FilterId(), ReasonOf(filter.Status?.Conditions)) : null;
    }

    private static string? ReasonOf(IReadOnlyList<Condition>? conditions) =>
        Conditions.Find(conditions ?? [], ConditionTypes.Ready)?.Reason;

    private static bool WantsDelete(IResource gone) => gone switch
    {
        TrafficMirrorSession { Spec: { DeletionPolicy: DeletionPolicy.Delete } spec } =>
            spec.Policy() == ManagementPolicy.Sync && !spec.IsSuspended(),
        TrafficMirrorFilter { Spec: { DeletionPolicy: FilterDeletionPolicy.Delete } spec } =>
            spec.Policy() == ManagementPolicy.Sync && !spec.IsSuspended(),
        _ => false,
    };
}
