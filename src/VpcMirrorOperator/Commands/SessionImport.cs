using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Manifests;

namespace VpcMirrorOperator.Commands;

/// <summary>Reads the sessions that <c>import</c> writes down, with all that is to be said of them.</summary>
internal static class SessionImport
{
    /// <summary>The most ids of one call (API page ListTrafficMirrorSessions).</summary>
    private const int MaxIds = 100;

    /// <summary>The sessions, in the order of their ids.</summary>
    /// <exception cref="CommandException">One that is named is not listed, or something cannot be read.</exception>
    public static async Task<IReadOnlyList<FoundSession>> ReadAsync(
        string region, ImportSelection selection, CommandCloud cloud, CloudPatience patience, CommandContext context)
    {
        if (selection.Sessions is { Count: 0 }) return [];
        try
        {
            var search = new SessionSearch(cloud.Account.Client, new RegionRef(Accounts.Default, region), context.Time);
            List<FoundSession> found = [];
            foreach (var ids in selection.Sessions?.Chunk(MaxIds) ?? [null!])
                found.AddRange(await patience.ReadAsync(region, token => search.ReadAsync(ids, token), context.Interrupted));
            RequireAll(region, selection.Sessions ?? [], found);
            // The ids come from the cloud here: one that is not an id must not become a line of YAML.
            foreach (var other in found.Where(one => !IdPatterns.Session().IsMatch(one.Id)))
                context.Error.WriteLine($"notice: left out, since it is no session id: {other.Id}");
            return [.. found.Where(one => IdPatterns.Session().IsMatch(one.Id) && selection.Includes(one.Session.Details?.Tags))
                .OrderBy(one => one.Id, StringComparer.Ordinal)];
        }
        catch (CloudException e)
        {
            throw new CommandException(CloudAdvice.For(e), e);
        }
    }

    private static void RequireAll(string region, IReadOnlyList<string> ids, List<FoundSession> found)
    {
        var missing = ids.Except(found.Select(one => one.Id), StringComparer.Ordinal).Select(
            id => $"{region}/{id}: the cloud does not list this session. Check the id, the region and the account.").ToList();
        if (missing.Count > 0) throw new CommandException(string.Join('\n', missing));
    }
}
