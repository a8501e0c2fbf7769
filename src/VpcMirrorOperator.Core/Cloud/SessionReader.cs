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

    /// <summary>Reads a session, from memory if that is new enough.</summary>
    /// <param name="session">Account, region and id.</param>
    /// <param name="maxAge">The oldest answer that will do: about 2 s while the session is changing, the drift check interval
    /// otherwise.</param>
    /// <param name="cancellationToken">Stops waiting; a call that others share goes on.</param>
    /// <exception cref="AlibabaCloud.Errors.CloudException">The cloud could not be read.</exception>
    /// <exception cref="ArgumentException">The session is of another account.</exception>
    public ValueTask<SessionSnapshot> ReadAsync(SessionRef session, TimeSpan maxAge, CancellationToken cancellationToken) =>
        Region(session).ReadAsync(session.SessionId, maxAge, cancellationToken);

    /// <summary>Announces a session, so that the first call for another one reads it too.</summary>
    /// <param name="session">Account, region and id.</param>
    public void Expect(SessionRef session) => Region(session).Expect(session.SessionId);

    /// <summary>Stops refreshing a session that nobody declares any more.</summary>
    /// <param name="session">Account, region and id.</param>
    public void Forget(SessionRef session) => Region(session).Forget(session.SessionId);

    private RegionReader Region(SessionRef session) => _regions.GetOrAdd(session.Region, _create);
}
