using System.Collections.Concurrent;
using VpcMirrorOperator.AlibabaCloud.Rpc;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;

namespace VpcMirrorOperator.Cloud;

/// <summary>
/// The only way to read sessions. Reads that are asked for in the same moment share one call; a call that is made anyway also
/// refreshes known sessions whose snapshot is old; and one call per region is under way at a time. So a thousand idle
/// sessions cost ten calls per drift check interval, not a thousand.
/// </summary>
internal sealed class SessionReader
{
    private readonly ConcurrentDictionary<RegionRef, RegionReader> _regions = new();
    private readonly Func<RegionRef, RegionReader> _create;

    /// <summary>A reader for one account.</summary>
    /// <param name="cloud">The account's client.</param>
    /// <param name="time">The clock.</param>
    /// <param name="account">The account's name: a session of another one is not read with this client.</param>
    public SessionReader(RpcClient cloud, TimeProvider time, string account = Accounts.Default) =>
        _create = region => region.Account == account
            ? new RegionReader(new SessionLister(cloud, region.RegionId), time)
            : throw new ArgumentException(
                $"Sessions of account {region.Account} cannot be read with the client of {account}.", nameof(region));

    /// <summary>Reads a session, from memory if that is new enough, and waits for it.</summary>
    /// <param name="session">Account, region and id.</param>
    /// <param name="maxAge">The oldest answer that will do: about 2 s while the session is changing, the drift check interval
    /// otherwise.</param>
    /// <param name="cancellationToken">Stops waiting; a call that others share goes on.</param>
    /// <exception cref="AlibabaCloud.Errors.CloudException">The cloud could not be read.</exception>
    /// <exception cref="ArgumentException">The session is of another account.</exception>
    public async ValueTask<SessionSnapshot> ReadAsync(SessionRef session, TimeSpan maxAge, CancellationToken cancellationToken)
    {
        if (Find(session, maxAge) is { } known) return known;
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var read = Ask(session, maxAge, () => arrived.TrySetResult());
        await using var registration = cancellationToken.Register(() => arrived.TrySetCanceled(cancellationToken));
        await arrived.Task;
        return read.Answer!.Get();
    }

    /// <summary>The session as it is in memory, if that is new enough; null otherwise. Calls nobody.</summary>
    /// <inheritdoc cref="ReadAsync"/>
    public SessionSnapshot? Find(SessionRef session, TimeSpan maxAge) => Region(session).Find(session.SessionId, maxAge);

    /// <summary>Asks for a session without waiting for it, so that whoever asks holds nothing meanwhile.</summary>
    /// <param name="session">Account, region and id.</param>
    /// <param name="maxAge">The oldest answer that will do.</param>
    /// <param name="arrived">Called once, when there is an answer; must be quick and must not throw.</param>
    /// <exception cref="AlibabaCloud.Errors.CloudException">
    /// The region is known not to answer, and it is too early to try again.
    /// </exception>
    /// <exception cref="ArgumentException">The session is of another account.</exception>
    public PendingRead Ask(SessionRef session, TimeSpan maxAge, Action arrived) =>
        Region(session).Ask(session.SessionId, maxAge, arrived);

    /// <summary>Announces a session, so that the first call for another one reads it too.</summary>
    /// <param name="session">Account, region and id.</param>
    /// <param name="kept">What its object keeps in memory anyway; null for nothing.</param>
    public void Expect(SessionRef session, KeptParts? kept = null) => Region(session).Expect(session.SessionId, kept ?? default);

    /// <summary>From now on a session is read with its name, description and tags.</summary>
    /// <param name="session">Account, region and id.</param>
    public void NeedDetails(SessionRef session) => Region(session).NeedDetails(session.SessionId);

    /// <summary>A write of the session has ended, whatever came of it: from now on, nothing that was read before it is found.</summary>
    /// <param name="session">Account, region and id.</param>
    public void Wrote(SessionRef session) => Region(session).Wrote(session.SessionId);

    /// <summary>Stops refreshing a session that nobody declares any more.</summary>
    /// <param name="session">Account, region and id.</param>
    public void Forget(SessionRef session) => Region(session).Forget(session.SessionId);

    private RegionReader Region(SessionRef session) => _regions.GetOrAdd(session.Region, _create);
}
