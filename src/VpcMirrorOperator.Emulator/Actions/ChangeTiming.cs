using System.Collections.Immutable;
using VpcMirrorOperator.Emulator.Sessions;
using VpcMirrorOperator.Emulator.State;

namespace VpcMirrorOperator.Emulator.Actions;

/// <summary>Decides when an accepted change shows and when it ends.</summary>
internal static class ChangeTiming
{
    internal static PendingChange Schedule(EmulatedCloud cloud, ChangeVerb verb, ImmutableArray<string> ids, DateTimeOffset now)
    {
        var modifyingAt = now + cloud.Settings.StaleAfterWrite;
        return new(verb, ids, modifyingAt, modifyingAt + Duration(cloud));
    }

    /// <summary>How long a change takes, with a jitter drawn from the seeded randomness.</summary>
    internal static TimeSpan Duration(EmulatedCloud cloud)
    {
        var settings = cloud.Settings;
        var jitter = settings.ModifyJitter > TimeSpan.Zero ? settings.ModifyJitter * cloud.Random.NextDouble() : TimeSpan.Zero;
        return settings.ModifyDuration + jitter;
    }
}
