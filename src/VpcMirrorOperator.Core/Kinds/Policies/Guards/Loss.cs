namespace VpcMirrorOperator.Kinds.Policies.Guards;

/// <summary>An interface that has a place and is no longer selected.</summary>
/// <param name="Id">The interface.</param>
/// <param name="IsDue">Whether its removal delay is over.</param>
/// <param name="Counts">Whether it counts for the guard (<see cref="SelectionCauses.Counts"/>).</param>
internal readonly record struct Loss(string Id, bool IsDue, bool Counts);
