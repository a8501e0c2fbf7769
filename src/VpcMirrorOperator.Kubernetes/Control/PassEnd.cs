namespace VpcMirrorOperator.Kubernetes.Control;

/// <summary>How a pass ended and what follows from it for the key.</summary>
internal readonly record struct PassEnd(PassResult Result, Outcome Outcome);
