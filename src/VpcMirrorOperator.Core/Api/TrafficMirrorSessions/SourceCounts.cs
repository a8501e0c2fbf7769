namespace VpcMirrorOperator.Api.TrafficMirrorSessions;

/// <summary>Counts of desired and mirrored sources.</summary>
public sealed record SourceCounts
{
    /// <summary>Sources that the spec lists.</summary>
    public int Desired { get; init; }

    /// <summary>Sources that the session has.</summary>
    public int Actual { get; init; }

    /// <summary>Sources still to be added.</summary>
    public int ToAdd { get; init; }

    /// <summary>Sources still to be removed under the policy in force.</summary>
    public int ToRemove { get; init; }

    /// <summary>
    /// <see cref="ToAdd"/> and <see cref="ToRemove"/> as one text, because a printer column shows one field: <c>+3 -1</c>, or <c>0</c>
    /// when there is nothing to do. Null while the session is unknown.
    /// </summary>
    public string? Pending { get; init; }

    /// <summary>Sources that the cloud refuses.</summary>
    public int Rejected { get; init; }

    /// <summary>
    /// Desired sources that are really mirrored, in percent rounded down; 0 while the session is disabled, locked or missing.
    /// </summary>
    public int Coverage { get; init; }
}
