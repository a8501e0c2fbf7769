using VpcMirrorOperator.Emulator.Seeds;
using VpcMirrorOperator.Emulator.Settings;
using VpcMirrorOperator.Emulator.State;




namespace VpcMirrorOperator.Emulator.Snapshots;

/// <summary>Turns the live state into the records that a snapshot is made of.</summary>
internal static class SnapshotBuilder
{
    internal static IReadOnlyList<SnapshotAccount> Of(EmulatedCloud cloud, DateTimeOffset now) =>
        [.. cloud.Accounts.Select(account => new SnapshotAccount(
            account.Name, [.. account.Regions.Values.Select(region => Of(region, now, cloud.Settings.ApplyAt))]))];

    private static SnapshotRegion Of(EmulatedRegion region, DateTimeOffset now, ApplyAt applyAt)
    {
        region.Advance(now, applyAt);
        return new(region.Id, region.ServiceOpened, [.. region.Sessions.Select(session => Of(session, now))])
        {
            NetworkInterfaces = region.Interfaces is { } declared ? [.. declared.All.Select(one => Of(one.Attributes))] : null,
        };
    }

    private static SnapshotInterface Of(InterfaceSeed one) => new(one.Id, one.Type, one.Status, one.InstanceId);

    private static SnapshotSession Of(EmulatedSession session, DateTimeOffset now) => new(
        session.Id,
        session.Status,
        session.ListedStatus(now),
        session.Attributes.BusinessStatus,
        session.Attributes.Enabled,
        session.Sources,
        session.Pending is { } change ? new(change.Verb, change.Ids, change.ModifyingAt, change.EndsAt) : null);
}
