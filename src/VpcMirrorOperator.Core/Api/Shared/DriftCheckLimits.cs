namespace VpcMirrorOperator.Api.Shared;

/// <summary>Bounds of <c>spec.driftCheckInterval</c>, for every kind the same as in the CRD's schema.</summary>
public static class DriftCheckLimits
{
    /// <summary>The shortest interval that is honoured; shorter ones count as this.</summary>
    public static readonly TimeSpan Shortest = TimeSpan.FromSeconds(30);

    /// <summary>
    /// The longest interval that is honoured; longer ones count as this. It bounds how long a change by somebody else goes unnoticed.
    /// </summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(24);
}
