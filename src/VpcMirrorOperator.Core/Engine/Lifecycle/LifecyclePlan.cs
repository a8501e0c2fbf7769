namespace VpcMirrorOperator.Engine.Lifecycle;

/// <summary>The next step, and what is known then.</summary>
/// <param name="Step">What to do.</param>
/// <param name="Record">The record as it is to be: an operation that has ended is not in it any more.</param>
/// <param name="Memory">What the process remembers from now on.</param>
internal sealed record LifecyclePlan(LifecycleStep Step, LifecycleRecord Record, LifecycleMemory Memory);
