namespace VpcMirrorOperator.Emulator.Seeds;

/// <summary>An accepted, unfinished change of a filter or a rule, with times relative to the emulator's start.</summary>
/// <typeparam name="T">What an update of it can change.</typeparam>
/// <param name="Update">The new values; null when it is being deleted.</param>
/// <param name="ModifyingIn">When the change shows as Modifying or Deleting (0 to 24 h).</param>
/// <param name="EndsIn">When it is done, not before <paramref name="ModifyingIn"/> (0 to 72 h).</param>
public sealed record PendingUpdate<T>(T? Update, TimeSpan ModifyingIn, TimeSpan EndsIn)
    where T : class;
