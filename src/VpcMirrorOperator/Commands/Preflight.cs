using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.AlibabaCloud.Rpc;
using VpcMirrorOperator.AlibabaCloud.Vpc;
using VpcMirrorOperator.Api.TrafficMirrorSessions;

namespace VpcMirrorOperator.Commands;

/// <summary>
/// One harmless read per region before anything else, so that wrong keys, rights, clocks and addresses are one clear error and
/// not a condition on every session. For commands that end by themselves; what runs for ever reports conditions instead.
/// </summary>
internal static class Preflight
{
    /// <param name="client">The cloud.</param>
    /// <param name="sessions">The sessions that will be worked on.</param>
    /// <param name="patience">How long temporary failures are tolerated.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="CommandException">A region cannot be read; the message has cause and remedy for each.</exception>
    public static async Task CheckAsync(
        RpcClient client, IEnumerable<SessionRef> sessions, CloudPatience patience, CancellationToken cancellationToken)
    {
        var regions = sessions.GroupBy(s => s.RegionId);
        var problems = await Task.WhenAll(regions.Select(region => TryAsync(client, region.First(), patience, cancellationToken)));
        var lines = problems.OfType<CloudException>().Select(CloudAdvice.For).Distinct().ToList();
        if (lines.Count > 0) throw new CommandException(string.Join('\n', lines), problems.OfType<CloudException>().First());
    }

    private static async Task<CloudException?> TryAsync(
        RpcClient client, SessionRef session, CloudPatience patience, CancellationToken cancellationToken)
    {
        var request = new ListTrafficMirrorSessionsRequest { RegionId = session.RegionId, TrafficMirrorSessionIds = [session.SessionId] };
        try
        {
            await patience.ReadAsync(
                session.RegionId, async token => await client.SendAsync(request, token), cancellationToken);
            return null;
        }
        catch (CloudException e)
        {
            return e;
        }
    }
}
