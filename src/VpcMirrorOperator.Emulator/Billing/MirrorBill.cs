namespace VpcMirrorOperator.Emulator.Billing;

/// <summary>What mirroring has cost until now, in started hours of sources in enabled sessions. Hours in several sessions add up.</summary>
/// <param name="Time">The moment, by the emulator's clock.</param>
/// <param name="StartedHours">All hours.</param>
/// <param name="AmountCny">Their price in CNY, without traffic.</param>
/// <param name="Sessions">The sessions that have cost something, deleted ones too, by account, region and id.</param>
public sealed record MirrorBill(DateTimeOffset Time, long StartedHours, decimal AmountCny, IReadOnlyList<BilledSession> Sessions)
{
    internal static MirrorBill Of(DateTimeOffset time, IReadOnlyList<BilledSession> sessions)
    {
        var hours = sessions.Sum(session => session.StartedHours);
        return new(time, hours, hours * Billing.StartedHours.PriceCny, sessions);
    }
}

/// <summary>A session on the bill.</summary>
/// <param name="Account">The account's name.</param>
/// <param name="Region">The region id.</param>
/// <param name="Session">The session's id.</param>
/// <param name="StartedHours">The hours of all its sources.</param>
/// <param name="AmountCny">Their price in CNY.</param>
/// <param name="Sources">Its sources, those that have left too, by id.</param>
public sealed record BilledSession(
    string Account, string Region, string Session, long StartedHours, decimal AmountCny, IReadOnlyList<BilledSource> Sources);

/// <summary>A source of a session on the bill.</summary>
/// <param name="NetworkInterface">The interface.</param>
/// <param name="StartedHours">Its hours in this session.</param>
/// <param name="Running">Whether the meter runs.</param>
public sealed record BilledSource(string NetworkInterface, long StartedHours, bool Running);
