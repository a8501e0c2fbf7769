using System.Collections.Immutable;
using VpcMirrorOperator.Emulator.Sessions;
using VpcMirrorOperator.Emulator.State;

namespace VpcMirrorOperator.Emulator.Actions;

/// <summary>Decides when an accepted change shows and when it ends.</summary>
internal static class ChangeTiming
{
    internal static PendingChange Schedule(EmulatedCloud cloud, SourceVerb verb, ImmutableArray<string> ids, DateTimeOffset now)
    {
        var settings = cloud.Settings;
        var modifyingAt = now + settings.StaleAfterWrite;
        var jitter = settings.ModifyJitter > TimeSpan.Zero ? settings.ModifyJitter * cloud.Random.NextDouble() : TimeSpan.Zero;
        return new(verb, ids, modifyingAt, modifyingAt + settings.ModifyDuration + jitter);
    }
}
