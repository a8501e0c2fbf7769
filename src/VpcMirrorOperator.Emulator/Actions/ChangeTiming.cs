using System.Collections.Immutable;
using VpcMirrorOperator.Emulator.Seeds;
using VpcMirrorOperator.Emulator.Sessions;
using VpcMirrorOperator.Emulator.State;

namespace VpcMirrorOperator.Emulator.Actions;

/// <summary>Decides when an accepted change shows and when it ends.</summary>
internal static class ChangeTiming
{
    internal static PendingChange Schedule(EmulatedCloud cloud, ChangeVerb verb, ImmutableArray<string> ids, DateTimeOffset now)
    {
        var (shows, ends) = Times(cloud, now);
        return new(verb, ids, shows, ends);
    }

    internal static PendingChange Schedule(EmulatedCloud cloud, SessionUpdate update, DateTimeOffset now) =>
        Schedule(cloud, ChangeVerb.Update, [], now) with { Update = update };

    internal static PendingChange ScheduleDeletion(EmulatedCloud cloud, DateTimeOffset now) =>
        Schedule(cloud, ChangeVerb.Delete, [], now);

    /// <summary>A change of a filter or a rule; without an update it is a deletion.</summary>
    internal static Transition<T> Schedule<T>(EmulatedCloud cloud, T? update, DateTimeOffset now)
        where T : class
    {
        var (shows, ends) = Times(cloud, now);
        return new(update, shows, ends);
    }

    /// <summary>How long a change takes, with a jitter drawn from the seeded randomness.</summary>
    internal static TimeSpan Duration(EmulatedCloud cloud)
    {
        var settings = cloud.Settings;
        var jitter = settings.ModifyJitter > TimeSpan.Zero ? settings.ModifyJitter * cloud.Random.NextDouble() : TimeSpan.Zero;
        return settings.ModifyDuration + jitter;
    }

    private static (DateTimeOffset Shows, DateTimeOffset Ends) Times(EmulatedCloud cloud, DateTimeOffset now)
    {
        var shows = now + cloud.Settings.StaleAfterWrite;
        return (shows, shows + Duration(cloud));
    }
}
