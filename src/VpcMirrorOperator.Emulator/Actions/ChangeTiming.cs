using System.Collections.Immutable;

namespace VpcMirrorOperator.Emulator;

/// <summary>Decides when an accepted change shows and when it ends.</summary>
internal static class ChangeTiming
{
    internal static PendingChange Schedule(World world, SourceVerb verb, ImmutableArray<string> ids, DateTimeOffset now)
    {
        var settings = world.Settings;
        var modifyingAt = now + settings.StaleAfterWrite;
        var jitter = settings.ModifyJitter > TimeSpan.Zero ? settings.ModifyJitter * world.Random.NextDouble() : TimeSpan.Zero;
        return new(verb, ids, modifyingAt, modifyingAt + settings.ModifyDuration + jitter);
    }
}
