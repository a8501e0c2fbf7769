using System.Collections.Immutable;
using VpcMirrorOperator.Emulator.Seeds;
using VpcMirrorOperator.Emulator.Sessions;

namespace VpcMirrorOperator.Emulator.State;

/// <summary>A change of a session on its way: accepted, at first invisible, then Modifying or Deleting, then done.</summary>
internal sealed record PendingChange(ChangeVerb Verb, ImmutableArray<string> Ids, DateTimeOffset ModifyingAt, DateTimeOffset EndsAt)
{
    /// <summary>The new values of an update; null for every other verb.</summary>
    internal SessionUpdate? Update { get; init; }

    internal ImmutableSortedSet<string> ApplyTo(ImmutableSortedSet<string> sources) => Verb switch
    {
        ChangeVerb.Add => sources.Union(Ids),
        ChangeVerb.Remove => sources.Except(Ids),
        _ => sources,
    };

    internal SessionSeed ApplyTo(SessionSeed attributes) => Update?.ApplyTo(attributes) ?? attributes;

    internal static PendingChange From(PendingSeed seed, DateTimeOffset now) =>
        new(seed.Verb, [.. seed.Ids], now + seed.ModifyingIn, now + seed.EndsIn) { Update = seed.Update };

    internal PendingSeed ToSeed(DateTimeOffset now) => new(Verb, Ids, After(ModifyingAt, now), After(EndsAt, now)) { Update = Update };

    private static TimeSpan After(DateTimeOffset due, DateTimeOffset now) => due > now ? due - now : TimeSpan.Zero;
}
