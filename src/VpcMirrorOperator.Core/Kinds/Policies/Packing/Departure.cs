namespace VpcMirrorOperator.Kinds.Policies.Packing;

/// <summary>An interface that is no longer selected and still has a place (rule P14).</summary>
/// <param name="Since">When it was first seen to be unselected by this process.</param>
/// <param name="Stage">What may happen to it.</param>
internal readonly record struct Departure(DateTimeOffset Since, DepartureStage Stage);
