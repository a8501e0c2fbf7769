namespace VpcMirrorOperator.Api.Shared;

/// <summary>Condition types of an object. All but <see cref="Ready"/> are present only while true (kstatus rules).</summary>
public static class ConditionTypes
{
    /// <summary>The session has the desired sources and really mirrors them.</summary>
    public const string Ready = "Ready";

    /// <summary>The operator is working or waiting for the cloud.</summary>
    public const string Reconciling = "Reconciling";

    /// <summary>Nothing more happens without the user.</summary>
    public const string Stalled = "Stalled";

    /// <summary><c>spec.suspend</c> is set.</summary>
    public const string Paused = "Paused";

    /// <summary>A guard holds the plan.</summary>
    public const string SafetyHold = "SafetyHold";

    /// <summary>Another object owns the same session, or another writer contests it.</summary>
    public const string OwnershipConflict = "OwnershipConflict";

    /// <summary>Somebody else changed the session's sources, and they still differ.</summary>
    public const string DriftDetected = "DriftDetected";

    /// <summary>Some of what a policy selects cannot be mirrored at all; counted by reason in its status.</summary>
    public const string CoverageIncomplete = "CoverageIncomplete";
}
