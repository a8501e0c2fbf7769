namespace VpcMirrorOperator.Kubernetes.Control;

/// <summary>How a reconcile ended and what follows from it for the key.</summary>
/// <param name="Result">For the metrics; says nothing while there is a rest.</param>
/// <param name="Outcome">What should happen to the key.</param>
/// <param name="Rest">What goes on without a worker, and the end in the end; null when the reconcile has ended.</param>
internal readonly record struct ReconcileEnd(ReconcileResult Result, Outcome Outcome, Task<ReconcileEnd>? Rest = null);
