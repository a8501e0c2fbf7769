using System.Collections.Immutable;
using VpcMirrorOperator.Emulator.Seeds;
using VpcMirrorOperator.Emulator.Sessions;

namespace VpcMirrorOperator.Emulator.State;

/// <summary>A change of sources on its way: accepted, at first invisible, then Modifying, then done.</summary>
internal sealed record PendingChange(ChangeVerb Verb, ImmutableArray<string> Ids, DateTimeOffset ModifyingAt, DateTimeOffset EndsAt)
{
    internal ImmutableSortedSet<string> ApplyTo(ImmutableSortedSet<string> sources) =>
        Verb == ChangeVerb.Add ? sources.Union(Ids) : sources.Except(Ids);

    internal static PendingChange From(PendingSeed seed, DateTimeOffset now) =>
        new(seed.Verb, [.. seed.Ids], now + seed.ModifyingIn, now + seed.EndsIn);

    internal PendingSeed ToSeed(DateTimeOffset now) => new(Verb, Ids, After(ModifyingAt, now), After(EndsAt, now));

    private static TimeSpan After(DateTimeOffset due, DateTimeOffset now) => due > now ? due - now : TimeSpan.Zero;
}
