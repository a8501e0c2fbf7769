namespace VpcMirrorOperator.Kinds.Sessions.Planning;

/// <summary>What <c>spec.suspend</c> means for a living object; for a deleted one see <see cref="Deletion.Suspended"/>.</summary>
internal static class Suspension
{
    /// <summary>The message of the reason and of the condition <c>Paused</c>.</summary>
    public const string Message = "spec.suspend is set: no changes are made. To go on, set spec.suspend: false, or take it out.";
}
