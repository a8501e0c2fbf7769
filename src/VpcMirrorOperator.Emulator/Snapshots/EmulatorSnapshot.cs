using System.Collections.Immutable;
using VpcMirrorOperator.Emulator.Faults;
using VpcMirrorOperator.Emulator.Interfaces;
using VpcMirrorOperator.Emulator.Sessions;

namespace VpcMirrorOperator.Emulator.Snapshots;

/// <summary>What is true inside the emulator at one moment, whatever List shows at that moment.</summary>
/// <param name="Time">The moment, by the emulator's clock.</param>
/// <param name="Accounts">Accounts, regions and sessions, in seed order (sessions by id).</param>
/// <param name="Calls">The call log, oldest first.</param>
/// <param name="Faults">The faults that are on.</param>
public sealed record EmulatorSnapshot(
    DateTimeOffset Time, IReadOnlyList<SnapshotAccount> Accounts, IReadOnlyList<EmulatorCall> Calls, IReadOnlyList<FaultRule> Faults)
{
    /// <summary>One session, or null when the account, region or session does not exist.</summary>
    public SnapshotSession? Find(string account, string region, string sessionId) =>
        Accounts.FirstOrDefault(a => a.Name == account)?.Regions.FirstOrDefault(r => r.Id == region)?
            .Sessions.FirstOrDefault(s => s.Id == sessionId);
}

/// <summary>An account in a snapshot; its secrets are left out.</summary>
/// <param name="Name">The account's name.</param>
/// <param name="Regions">Its regions.</param>
public sealed record SnapshotAccount(string Name, IReadOnlyList<SnapshotRegion> Regions);

/// <summary>A region of an account in a snapshot.</summary>
/// <param name="Id">The region id.</param>
/// <param name="ServiceOpened">Whether traffic mirroring is activated.</param>
/// <param name="Sessions">Its sessions, by id.</param>
public sealed record SnapshotRegion(string Id, bool ServiceOpened, IReadOnlyList<SnapshotSession> Sessions)
{
    /// <summary>The network interfaces that the region declares, by id; null for a region that declares none.</summary>
    public IReadOnlyList<SnapshotInterface>? NetworkInterfaces { get; init; }
}

/// <summary>A network interface in a snapshot.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Type">Its type.</param>
/// <param name="Status">Its status.</param>
/// <param name="InstanceId">Its instance; empty for none.</param>
public sealed record SnapshotInterface(string Id, InterfaceType Type, InterfaceStatus Status, string InstanceId);

/// <summary>A session in a snapshot.</summary>
/// <param name="Id">The session id.</param>
/// <param name="Status">The status that decides about writes.</param>
/// <param name="ListedStatus">The status that List shows, which lags behind in the stale period after a write.</param>
/// <param name="BusinessStatus">The business status.</param>
/// <param name="Enabled">Whether the session mirrors.</param>
/// <param name="Sources">The true sources: a pending change is in them only once it was applied.</param>
/// <param name="Pending">The accepted, unfinished change; null for none.</param>
public sealed record SnapshotSession(
    string Id,
    SessionStatus Status,
    SessionStatus ListedStatus,
    BusinessStatus BusinessStatus,
    bool Enabled,
    ImmutableSortedSet<string> Sources,
    SnapshotPendingChange? Pending);

/// <summary>An accepted, unfinished change in a snapshot.</summary>
/// <param name="Verb">Add or remove.</param>
/// <param name="Ids">The ids of the change.</param>
/// <param name="ModifyingAt">When List starts to show Modifying.</param>
/// <param name="EndsAt">When the session is Created again.</param>
public sealed record SnapshotPendingChange(ChangeVerb Verb, ImmutableArray<string> Ids, DateTimeOffset ModifyingAt, DateTimeOffset EndsAt);
