using VpcMirrorOperator.Emulator.Seeds;

namespace VpcMirrorOperator.Emulator.State;

/// <summary>
/// Brings a region to the present: everything that was due is done at its own moment and in order, so that the meters see the
/// true times however late anyone looks.
/// </summary>
internal static class RegionClock
{
    /// <summary>Gives the scheduled changes that were made, or refused, on the way.</summary>
    internal static IReadOnlyList<MadeChange> CatchUp(EmulatedCloud cloud, EmulatedRegion region, DateTimeOffset now)
    {
        var made = new List<MadeChange>();
        while (NextDue(cloud, region) is { } at && at <= now)
        {
            region.Advance(at, cloud.Settings.ApplyAt);
            region.Observe(at);
            while (region.Interfaces?.TakeDue(at) is { } due)
            {
                if (due.Change is { } change)
                    made.Add(new(at, change, InterfaceChurn.Make(region.Interfaces, change, Duration(cloud), at)));
                if (due.IsGone && cloud.Settings.DeletedInterfaceLeavesSessions) Forget(region, due.Id, at);
            }
        }

        return made;
    }

    /// <summary>How long a change of an interface takes, with a jitter drawn from the seeded randomness.</summary>
    internal static TimeSpan Duration(EmulatedCloud cloud)
    {
        var (least, jitter) = (cloud.Settings.InterfaceChangeDuration, cloud.Settings.InterfaceChangeJitter);
        return jitter > TimeSpan.Zero ? least + (jitter * cloud.Random.NextDouble()) : least;
    }

    private static DateTimeOffset? NextDue(EmulatedCloud cloud, EmulatedRegion region)
    {
        var next = region.Interfaces?.NextDue;
        foreach (var session in region.Sessions)
            if (session.DueAt(cloud.Settings.ApplyAt) is { } due && !(next <= due)) next = due;
        // Overdue sessions are deleted together, once.
        return region.SessionsDeletedAt is { } end && region.Sessions.Any() && !(next <= end) ? end : next;
    }

    private static void Forget(EmulatedRegion region, string networkInterface, DateTimeOffset at)
    {
        foreach (var session in region.Sessions) session.Forget(networkInterface);
        region.Observe(at);
    }
}

/// <summary>A scheduled change at its moment: OK, or the code of its refusal.</summary>
internal sealed record MadeChange(DateTimeOffset At, InterfaceChange Change, string Code);
