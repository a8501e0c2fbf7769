using VpcMirrorOperator.Kinds.Sessions.Planning;

namespace VpcMirrorOperator.Kinds.Sessions;

/// <summary>Settings of the reconciler.</summary>
public sealed record ReconcilerOptions
{
    /// <summary>This process, unique: it is written into <c>status.operation.holder</c>.</summary>
    public required string Holder { get; init; }

    /// <summary>Limits and times of the engine.</summary>
    public PlannerSettings Planner { get; init; } = new();

    /// <summary>The oldest snapshot on which a write is decided.</summary>
    public TimeSpan WriteFreshness { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// How long after its intent was begun a call may be started. A process that was paused for longer looks again instead: by
    /// then another one may have taken over.
    /// </summary>
    public TimeSpan IntentFreshness { get; init; } = TimeSpan.FromSeconds(5);
}
