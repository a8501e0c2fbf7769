namespace VpcMirrorOperator.Kinds.Policies.Guards;

/// <summary>What the guard lets go.</summary>
/// <param name="Goes">What leaves now.</param>
/// <param name="Waits">What is kept until a person says so: of the held plan, and of the one that will be next.</param>
/// <param name="MayGiveUp">What is still in its delay and may give its place up before (rule P14).</param>
/// <param name="Reason">Why something is held.</param>
/// <param name="State">What is to be kept in <c>status</c>, written before anything is removed.</param>
internal sealed record GuardDecision(
    IReadOnlySet<string> Goes, IReadOnlySet<string> Waits, IReadOnlySet<string> MayGiveUp, GuardReason Reason, GuardState State);
