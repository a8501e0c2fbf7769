using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Engine.Lifecycle;
using VpcMirrorOperator.Kinds.Policies.Packing;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kinds.Policies.Regions;

/// <summary>Reads a region's list of sessions as the packing function sees it. Pure.</summary>
internal static class SessionListingReader
{
    /// <summary>The list.</summary>
    /// <param name="sessions">All sessions of the region.</param>
    /// <param name="basis">What it rests on.</param>
    /// <param name="cluster">The installation, whose tags are believed.</param>
    /// <returns>Null when a session of it cannot be read: then it proves nothing (rule 11).</returns>
    public static RegionListing? Of(Inventory<RegionSession> sessions, ListBasis basis, string cluster)
    {
        var listed = new List<ListedSession>(sessions.All.Count);
        foreach (var session in sessions.All)
        {
            if (session.Reading.Session is not { } seen) return null;
            listed.Add(new ListedSession
            {
                Id = session.Id,
                Child = ChildOf(session.Tags, cluster),
                TargetId = seen.State.TargetId ?? "",
                Priority = seen.State.Priority ?? 0,
                FilterId = seen.State.FilterId,
                Sources = seen.Sources,
                IsSettled = seen.IsSettled,
                IsEnabled = seen.State.Enabled && seen.IsInGoodStanding,
                IsLocked = !seen.IsInGoodStanding,
            });
        }

        return new RegionListing(basis, listed);
    }

    /// <summary>The object that tags name: believed if it matches the mark that this installation gave (rule S1).</summary>
    private static ObjectKey? ChildOf(IReadOnlyList<KeyValuePair<string, string>>? tags, string cluster)
    {
        var createdBy = ValueOf(tags, IdentityTags.CreatedBy);
        if (createdBy?.StartsWith($"{cluster}/tms/", StringComparison.Ordinal) != true) return null;
        return IdentityTags.Believed(ValueOf(tags, IdentityTags.Object), createdBy)?.Split('/') is [var space, var name]
            ? new ObjectKey(space, name)
            : null;
    }

    private static string? ValueOf(IReadOnlyList<KeyValuePair<string, string>>? tags, string key)
    {
        foreach (var tag in tags ?? [])
            if (tag.Key == key) return tag.Value;
        return null;
    }
}
