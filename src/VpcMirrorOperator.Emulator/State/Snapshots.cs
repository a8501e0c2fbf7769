namespace VpcMirrorOperator.Emulator;

/// <summary>Turns the live state into the records that a snapshot is made of.</summary>
internal static class Snapshots
{
    internal static IReadOnlyList<AccountState> Of(World world, DateTimeOffset now) =>
        [.. world.Accounts.Select(account => new AccountState(
            account.Name, [.. account.Regions.Values.Select(region => Of(region, now, world.Settings.ApplyAt))]))];

    private static RegionState Of(Region region, DateTimeOffset now, ApplyAt applyAt)
    {
        region.Advance(now, applyAt);
        return new(region.Id, region.ServiceOpened, [.. region.Sessions.Select(session => Of(session, now))]);
    }

    private static SessionState Of(MirrorSession session, DateTimeOffset now) => new(
        session.Id,
        session.Status,
        session.ListedStatus(now),
        session.Attributes.BusinessStatus,
        session.Attributes.Enabled,
        session.Sources,
        session.Pending is { } change ? new(change.Verb, change.Ids, change.ModifyingAt, change.EndsAt) : null);
}
