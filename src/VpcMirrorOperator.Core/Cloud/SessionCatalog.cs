using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.AlibabaCloud.Rpc;
using VpcMirrorOperator.AlibabaCloud.Vpc;

namespace VpcMirrorOperator.Cloud;

/// <summary>Lists every session of a region.</summary>
internal static class SessionCatalog
{
    /// <summary>The 20,000 sessions that an account may have in a region (VPC quotas); an answer without an end is no answer.</summary>
    private const int MaxPages = 200;

    /// <summary>All sessions with all that the cloud says of them, for people, in the order of the ids.</summary>
    /// <param name="client">The account.</param>
    /// <param name="regionId">The region.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="CloudException">The cloud could not be asked, or its answer is no proof of what exists.</exception>
    public static async Task<IReadOnlyList<CatalogedSession>> ReadAsync(
        RpcClient client, string regionId, CancellationToken cancellationToken)
    {
        var listed = new Dictionary<string, ListedTrafficMirrorSession>(StringComparer.Ordinal);
        var listing = await ReadPagesAsync(
            client, regionId, session => listed[session.TrafficMirrorSessionId!] = session, _ => Task.CompletedTask, cancellationToken);
        return [.. listing.OrderBy(s => s.Key, StringComparer.Ordinal)
            .Select(s => new CatalogedSession(s.Key, listed[s.Key], s.Value))];
    }

    /// <summary>All pages, as complete as <see cref="SessionListing"/> demands.</summary>
    /// <param name="client">The account.</param>
    /// <param name="regionId">The region.</param>
    /// <param name="each">Takes each session, which has an id and comes once.</param>
    /// <param name="turn">Waits before each call.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="CloudException">The cloud could not be asked, or its answer is no proof of what exists.</exception>
    public static Task<Dictionary<string, SessionReading>> ReadPagesAsync(
        RpcClient client, string regionId, Action<ListedTrafficMirrorSession> each, Func<CancellationToken, Task> turn,
        CancellationToken cancellationToken) =>
        new SessionPages(client, new ListTrafficMirrorSessionsRequest { RegionId = regionId }, MaxPages) { Each = each, Turn = turn }
            .ReadAsync(cancellationToken);
}
