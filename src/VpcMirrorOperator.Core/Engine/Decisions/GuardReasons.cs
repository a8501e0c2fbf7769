using System.Collections.Immutable;

namespace VpcMirrorOperator.Engine.Decisions;

/// <summary>The reasons of the guards that hold removals until a person decides (condition <c>SafetyHold</c>).</summary>
internal static class GuardReasons
{
    /// <summary>All of them.</summary>
    public static readonly ImmutableArray<string> All =
        [Reasons.EmptySourceList, Reasons.MaxRemovalsExceeded, Reasons.MinSourcesReached, Reasons.WouldEmptySession];
}
