namespace VpcMirrorOperator.Kinds.Policies.Packing;

/// <summary>What may happen to an interface that is no longer selected.</summary>
internal enum DepartureStage
{
    /// <summary>The delay runs, and the guard would let it go: it gives its place up to an interface that has no other.</summary>
    Delayed,

    /// <summary>A guard keeps it: it has its place for now.</summary>
    Held,

    /// <summary>Delay and guard let it go.</summary>
    Due,
}
