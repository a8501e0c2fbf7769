using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorFilters;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kinds.Sessions.Planning;

/// <summary>What <c>filterRef</c> leads to (rule S11). Pure.</summary>
/// <param name="Id">The filter in the cloud; null while the object has none.</param>
/// <param name="Problem">Why the reference does not count now, as a sentence; null when it does.</param>
/// <param name="NeedsPerson">Whether the problem lasts until somebody helps.</param>
internal sealed record ReferredFilter(string? Id, string? Problem, bool NeedsPerson)
{
    /// <summary>The id that counts as declared; null while there is a problem.</summary>
    public string? UsableId => Problem is null ? Id : null;

    /// <summary>Follows the reference of an object.</summary>
    /// <param name="declared">The object.</param>
    /// <param name="find">Finds filters as last known.</param>
    /// <returns>Null without a reference.</returns>
    public static ReferredFilter? Of(TrafficMirrorSession declared, Func<ObjectKey, TrafficMirrorFilter?> find)
    {
        if (declared.Spec.Session?.FilterRef is not { } reference) return null;
        return Of(new ObjectKey(declared.Metadata.Namespace, reference.Name), declared.Spec.RegionId, find);
    }

    /// <summary>The filter of an object.</summary>
    /// <param name="key">The object that is referred to.</param>
    /// <param name="region">The region that the filter must be of.</param>
    /// <param name="find">Finds it.</param>
    public static ReferredFilter Of(ObjectKey key, string region, Func<ObjectKey, TrafficMirrorFilter?> find)
    {
        if (find(key) is not { } filter || filter.Metadata.DeletionTimestamp is not null)
            return new ReferredFilter(null, $"There is no TrafficMirrorFilter {key}, which filterRef names.", NeedsPerson: true);
        if (filter.Spec.RegionId != region)
            return new ReferredFilter(
                null, $"TrafficMirrorFilter {key} is in {filter.Spec.RegionId}: a filter serves sessions of its own region.",
                NeedsPerson: true);
        var (id, conditions) = (IdOf(filter), filter.Status?.Conditions ?? []);
        if (id is not null && Conditions.IsTrue(conditions, ConditionTypes.Ready)) return new ReferredFilter(id, null, NeedsPerson: false);
        return new ReferredFilter(
            id, $"TrafficMirrorFilter {key} is not Ready.", Conditions.IsTrue(conditions, ConditionTypes.Stalled));
    }

    /// <summary>The object with what the reference leads to in place of an id.</summary>
    /// <param name="declared">The object.</param>
    /// <param name="filter">What its reference leads to; null without one.</param>
    public static TrafficMirrorSession Put(TrafficMirrorSession declared, ReferredFilter? filter) => filter is null
        ? declared
        : declared with
        {
            Spec = declared.Spec with { Session = declared.Spec.Session! with { FilterId = filter.UsableId } },
        };

    /// <summary>Whether a change of a filter is one for sessions that refer to it.</summary>
    public static bool Differ(TrafficMirrorFilter? old, TrafficMirrorFilter? current) =>
        old is null || current is null
        || IdOf(old) != IdOf(current)
        || old.Metadata.Life != current.Metadata.Life
        || old.Metadata.DeletionTimestamp != current.Metadata.DeletionTimestamp
        || Is(old, ConditionTypes.Ready) != Is(current, ConditionTypes.Ready)
        || Is(old, ConditionTypes.Stalled) != Is(current, ConditionTypes.Stalled);

    private static bool Is(TrafficMirrorFilter filter, string condition) =>
        Conditions.IsTrue(filter.Status?.Conditions ?? [], condition);

    private static string? IdOf(TrafficMirrorFilter filter) =>
        filter.Status?.TrafficMirrorFilterId is { Length: > 0 } recorded ? recorded : filter.Spec.TrafficMirrorFilterId;
}
