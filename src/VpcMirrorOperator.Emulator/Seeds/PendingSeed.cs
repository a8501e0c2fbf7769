using VpcMirrorOperator.Emulator.Sessions;

namespace VpcMirrorOperator.Emulator.Seeds;

/// <summary>An accepted, unfinished change of a session, with times relative to the emulator's start.</summary>
/// <param name="Verb">What is being done.</param>
/// <param name="Ids">The network interfaces that are added or removed.</param>
/// <param name="ModifyingIn">When the session shows as Modifying (0 to 24 h): until then List shows it as before.</param>
/// <param name="EndsIn">When it is Created again, or gone, not before <paramref name="ModifyingIn"/> (0 to 72 h).</param>
public sealed record PendingSeed(ChangeVerb Verb, IReadOnlyList<string> Ids, TimeSpan ModifyingIn, TimeSpan EndsIn)
{
    /// <summary>The new values of an update; null for every other verb.</summary>
    public SessionUpdate? Update { get; init; }
}
