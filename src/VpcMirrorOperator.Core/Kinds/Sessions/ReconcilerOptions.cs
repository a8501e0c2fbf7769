namespace VpcMirrorOperator.Kinds.Sessions;

/// <summary>Settings of the reconciler.</summary>
internal sealed record ReconcilerOptions
{
    /// <summary>This process, unique: it is written into <c>status.operation.holder</c>.</summary>
    public required string Holder { get; init; }
}
