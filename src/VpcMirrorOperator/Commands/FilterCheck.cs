using VpcMirrorOperator.Api.TrafficMirrorFilters;
using VpcMirrorOperator.Api.TrafficMirrorPolicies;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Commands;

/// <summary>
/// What sessions say of filters must be in the same manifests: nothing else can be found without a cluster (rule S11). Pure.
/// </summary>
internal static class FilterCheck
{
    /// <summary>Refuses sessions whose <c>filterRef</c> names no declared filter, or one of another region.</summary>
    /// <param name="declared">The manifests.</param>
    /// <exception cref="CommandException">A line for each such object.</exception>
    public static void Require(DeclaredObjects declared)
    {
        var filters = declared.Filters.ToDictionary(filter => filter.Key());
        var broken = declared.Sessions.Select(session => Problem(session, filters) is { } problem
            ? $"{declared.Places[(TrafficMirrorSession.KindName, session.Key())]}: {session.Key()}: spec.session.filterRef: {problem}"
            : null).Concat(declared.Policies.Select(policy => Problem(policy, filters) is { } problem
            ? $"{declared.Places[(TrafficMirrorPolicy.KindName, policy.Key())]}: {policy.Key()}: spec.filterRef: {problem}"
            : null)).OfType<string>().ToList();
        if (broken.Count > 0) throw new CommandException(string.Join('\n', broken));
    }

    /// <summary>The sessions with the ids of the filters that they refer to; of one that does not exist yet, words for a plan.</summary>
    /// <param name="sessions">The sessions.</param>
    /// <param name="filters">The filters, with their status.</param>
    public static IEnumerable<TrafficMirrorSession> Follow(
        IEnumerable<TrafficMirrorSession> sessions, IReadOnlyCollection<TrafficMirrorFilter> filters)
    {
        var ids = filters.ToDictionary(filter => filter.Key(), filter => filter.FilterId() ?? $"that of {filter.Key()}, to be created");
        return sessions.Select(session => session.Spec.Session is { FilterRef: { } reference } declaration
            ? session with
            {
                Spec = session.Spec with
                {
                    Session = declaration with
                    {
                        FilterId = ids.GetValueOrDefault(new ObjectKey(session.Metadata.Namespace, reference.Name)),
                    },
                },
            }
            : session);
    }

    private static string? Problem(TrafficMirrorSession session, Dictionary<ObjectKey, TrafficMirrorFilter> filters) =>
        session.Spec.Session?.FilterRef is { } reference
            ? Problem(new ObjectKey(session.Metadata.Namespace, reference.Name), session.Spec.RegionId, "session", filters)
            : null;

    private static string? Problem(TrafficMirrorPolicy policy, Dictionary<ObjectKey, TrafficMirrorFilter> filters) =>
        policy.Spec.FilterRef is { } reference
            ? Problem(new ObjectKey(policy.Metadata.Namespace, reference.Name), policy.Spec.RegionId, "policy", filters)
            : null;

    private static string? Problem(ObjectKey key, string region, string noun, Dictionary<ObjectKey, TrafficMirrorFilter> filters)
    {
        if (filters.GetValueOrDefault(key) is not { } filter)
            return $"no TrafficMirrorFilter {key} is declared here. Give its manifest too, or name the filter in filterId.";
        return filter.Spec.RegionId == region ? null
            : $"TrafficMirrorFilter {key} is in {filter.Spec.RegionId}, the {noun} in {region}. A filter serves its own region.";
    }
}
