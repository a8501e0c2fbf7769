namespace VpcMirrorOperator.Kinds.Sessions.Planning;

/// <summary>A source that the cloud refused when it was alone in its batch.</summary>
/// <param name="Code">The cloud's error code.</param>
/// <param name="Message">What was refused, and why.</param>
/// <param name="Since">When it was first refused.</param>
/// <param name="RetryAt">When it is tried again.</param>
/// <param name="Failures">How often it was refused, from 1.</param>
internal sealed record SourceRejection(string Code, string Message, DateTimeOffset Since, DateTimeOffset RetryAt, int Failures)
{
    /// <summary>
    /// Whether the interface is in as many sessions as it can be. A process that has only the status knows it after the next try.
    /// </summary>
    public bool IsUsedUp { get; init; }
}
