using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.AlibabaCloud.Rpc;
using VpcMirrorOperator.AlibabaCloud.Vpc;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Engine.Errors;

namespace VpcMirrorOperator.Commands;

/// <summary>
/// One harmless read per region before anything else, so that wrong keys and clocks, which concern the account as a whole, are one clear
/// error and not one of each session. What concerns a region or a session is left to its objects. For commands that end by themselves;
/// what runs for ever reports conditions instead.
/// </summary>
internal static class Preflight
{
    /// <summary>Asks all regions at once; the first clear answer decides.</summary>
    /// <param name="client">The cloud.</param>
    /// <param name="sessions">The sessions that will be worked on.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="CommandException">The account cannot be used; the message has cause and remedy.</exception>
    public static async Task CheckAsync(RpcClient client, IEnumerable<SessionRef> sessions, CancellationToken cancellationToken)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var reads = sessions.GroupBy(s => s.RegionId).Select(region => TryAsync(client, region.First(), enough.Token)).ToList();
        var error = await FirstClearAnswerAsync(reads);
        await enough.CancelAsync();
        await Task.WhenAll(reads);
        cancellationToken.ThrowIfCancellationRequested();
        if (error is not null && IsAboutAccount(error)) throw new CommandException(CloudAdvice.For(error), error);
    }

    /// <summary>The error of the first answer that does not depend on the moment; null for an answer without one, or for none.</summary>
    private static async Task<CloudException?> FirstClearAnswerAsync(IEnumerable<Task<CloudException?>> reads)
    {
        await foreach (var read in Task.WhenEach(reads))
            if (await read is not { } error) return null;
            else if (!CloudErrorTable.Of(error).IsTemporary) return error;
        return null;
    }

    private static bool IsAboutAccount(CloudException error) =>
        error.IsAboutCredentials || CloudErrorTable.Of(error).Reason is Reasons.CredentialsInvalid or Reasons.ClockSkew;

    private static async Task<CloudException?> TryAsync(RpcClient client, SessionRef session, CancellationToken cancellationToken)
    {
        var request = new ListTrafficMirrorSessionsRequest { RegionId = session.RegionId, TrafficMirrorSessionIds = [session.SessionId] };
        try
        {
            await client.SendAsync(request, cancellationToken);
            return null;
        }
        catch (CloudException e)
        {
            return e;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }
}
