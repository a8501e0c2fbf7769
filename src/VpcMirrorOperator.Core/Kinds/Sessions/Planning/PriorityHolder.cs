namespace VpcMirrorOperator.Kinds.Sessions.Planning;

/// <summary>Which session a list showed with a priority.</summary>
/// <param name="Priority">The priority.</param>
/// <param name="SessionId">The session that holds it; null when none does.</param>
/// <param name="ManagedBy">The object that speaks for that session; null for none.</param>
/// <param name="ReadAt">When the list was started.</param>
internal sealed record PriorityHolder(int Priority, string? SessionId, string? ManagedBy, DateTimeOffset ReadAt)
{
    private static readonly TimeSpan BelievedFor = TimeSpan.FromSeconds(45);

    /// <summary>Whether it is still believed: numbers change hands.</summary>
    public bool IsFresh(DateTimeOffset now) => now - ReadAt < BelievedFor;
}
