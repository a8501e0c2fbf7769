using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.AlibabaCloud.Rpc;
using VpcMirrorOperator.AlibabaCloud.Vpc;
using VpcMirrorOperator.Api;
using VpcMirrorOperator.Engine.Errors;

namespace VpcMirrorOperator.Commands;

/// <summary>
/// One harmless read per region before anything else, so that wrong keys, rights, clocks and addresses are one clear error and
/// not a condition on every session.
/// </summary>
internal static class Preflight
{
    private const int Tries = 3;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <param name="client">The cloud.</param>
    /// <param name="sessions">The sessions that will be worked on.</param>
    /// <param name="time">Clock of the pauses between tries.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="CommandException">A region cannot be read; the message has cause and remedy for each.</exception>
    public static async Task CheckAsync(RpcClient client, IEnumerable<SessionRef> sessions, TimeProvider time, CancellationToken cancellationToken)
    {
        var problems = await Task.WhenAll(sessions.GroupBy(s => s.RegionId).Select(region => TryAsync(client, region.First(), time, cancellationToken)));
        var lines = problems.OfType<CloudException>().Select(CloudAdvice.For).Distinct().ToList();
        if (lines.Count > 0) throw new CommandException(string.Join('\n', lines), problems.OfType<CloudException>().First());
    }

    private static async Task<CloudException?> TryAsync(RpcClient client, SessionRef session, TimeProvider time, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await client.SendAsync(
                    new ListTrafficMirrorSessionsRequest { RegionId = session.RegionId, TrafficMirrorSessionIds = [session.SessionId] }, cancellationToken);
                return null;
            }
            catch (CloudException e) when (attempt == Tries || !CloudErrorTable.Of(e).IsTemporary)
            {
                return e;
            }
            catch (CloudException e)
            {
                await Task.Delay(e.RetryAfter ?? Pause, time, cancellationToken);
            }
        }
    }
}
