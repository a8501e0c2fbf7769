using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorFilters;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Kinds.Filters;
using VpcMirrorOperator.Kinds.Sessions;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.Storage;

namespace VpcMirrorOperator.Commands;

/// <summary>
/// Region, and whether an id is named, never change (rule S6). A cluster refuses such an edit; from a file it would be another object, and
/// what the one of this name created would be left behind without a word.
/// </summary>
internal static class CreatedCheck
{
    /// <summary>Refuses manifests that turn away from what their object has created.</summary>
    /// <param name="declared">The manifests.</param>
    /// <param name="stateFolder">Where it is recorded what was created, absolute.</param>
    /// <param name="context">The process.</param>
    /// <exception cref="CommandException">A line for each such object.</exception>
    /// <exception cref="StateFolderException">The folder cannot be read.</exception>
    public static void Require(DeclaredObjects declared, string stateFolder, CommandContext context)
    {
        var (sessions, filters) = (new StateFolder(stateFolder, context.Time), FilterEngine.FolderIn(stateFolder, context));
        List<string> broken =
        [
            .. declared.Filters.Select(one => Line(declared, TrafficMirrorFilter.KindName, one.Key(), Problem(filters, one))),
            .. declared.Sessions.Select(one => Line(declared, TrafficMirrorSession.KindName, one.Key(), Problem(sessions, one))),
        ];
        broken.RemoveAll(line => line.Length == 0);
        if (broken.Count > 0) throw new CommandException(string.Join('\n', broken));
    }

    private static string Line(DeclaredObjects declared, string kind, ObjectKey key, string? problem) => problem is null ? ""
        : $"{declared.Places[(kind, key)]}: {key}: {problem} would be left behind: region and id of an object never change. Put the "
            + "manifest back as it was; to end what it made, vpc-mirror delete -f with that one; to have another beside it, give it "
            + "another name.";

    private static string? Problem(StateFolder folder, TrafficMirrorSession now)
    {
        if (Living(folder, SessionKind.Resource, now.Key()) is not { } old || !old.Creates()) return null;
        var (id, field) = (old.Status?.TrafficMirrorSessionId, Field(old.Spec.RegionId, now.Spec.RegionId, now.Creates(), "Session"));
        var mayHaveMade = old.Status is { LastCreateTime: not null } or { Operation.Verb: OperationVerb.Create };
        return field is null || (id is null && !mayHaveMade) ? null : $"{field}: session {old.Spec.RegionId}/{id ?? "(being created)"}";
    }

    private static string? Problem(StateFolder folder, TrafficMirrorFilter now)
    {
        if (Living(folder, FilterKind.Resource, now.Key()) is not { } old || !old.Creates()) return null;
        var (id, field) = (old.Status?.TrafficMirrorFilterId, Field(old.Spec.RegionId, now.Spec.RegionId, now.Creates(), "Filter"));
        var mayHaveMade = old.Status is { LastCreateTime: not null } or { Operation.Verb: OperationVerb.Create };
        return field is null || (id is null && !mayHaveMade) ? null : $"{field}: filter {old.Spec.RegionId}/{id ?? "(being created)"}";
    }

    /// <summary>The field that turns away; null when none does.</summary>
    private static string? Field(string region, string declared, bool creates, string kind) =>
        region != declared ? "spec.regionId" : creates ? null : $"spec.trafficMirror{kind}Id";

    private static T? Living<T>(StateFolder folder, ResourceKind<T> kind, ObjectKey key)
        where T : class, IResource =>
        folder.Read(kind, key) is { DeletionTimestamp: null } record ? record.ToObject(kind.Type) : null;
}
