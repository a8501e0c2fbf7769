namespace VpcMirrorOperator.Cloud;

/// <summary>A read that waits for an answer.</summary>
/// <param name="id">The session's id.</param>
/// <param name="oldest">The read must have been started at or after this time.</param>
internal sealed class PendingRead(string id, DateTimeOffset oldest)
{
    public string Id { get; } = id;

    public DateTimeOffset Oldest { get; } = oldest;

    public TaskCompletionSource<SessionSnapshot> Completion { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}
