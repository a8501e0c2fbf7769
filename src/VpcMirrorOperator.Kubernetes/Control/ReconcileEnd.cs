namespace VpcMirrorOperator.Kubernetes.Control;

/// <summary>How a reconcile ended and what follows from it for the key.</summary>
internal readonly record struct ReconcileEnd(ReconcileResult Result, Outcome Outcome);
