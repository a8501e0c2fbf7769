using VpcMirrorOperator.Api.Shared;

namespace VpcMirrorOperator.Kinds.Sessions.Planning;

/// <summary>What a process has learned about the attributes that the cloud refuses (rule S8). Forgotten after a while.</summary>
internal sealed record AttributeTrial
{
    /// <summary>Nothing refused. One for all objects.</summary>
    public static readonly AttributeTrial None = new();

    /// <summary>For how long a number that the cloud refused counts as held by another session.</summary>
    private static readonly TimeSpan HeldFor = TimeSpan.FromMinutes(10);

    /// <summary>How long a refused change waits before it is tried again.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);

    /// <summary>The priority that was refused; null for none.</summary>
    public int? RefusedPriority { get; init; }

    /// <summary>Until when it counts.</summary>
    public DateTimeOffset PriorityUntil { get; init; }

    /// <summary>The Update that was refused; null for none.</summary>
    public RefusedChange? Update { get; init; }

    /// <summary>
    /// The change of tags that was refused; null for none. Each waits for its own time: one must not make the other forgotten.
    /// </summary>
    public RefusedChange? Tags { get; init; }

    /// <summary>Whether a priority counts as held by another session.</summary>
    public bool Holds(int priority, DateTimeOffset now) => RefusedPriority == priority && now < PriorityUntil;

    /// <summary>Whether a change has to wait.</summary>
    public bool IsPutAside(IRecordedOperation operation, DateTimeOffset now) =>
        Of(operation) is { } refused && refused.Payload == PayloadOf(operation) && now < refused.RetryAt;

    /// <summary>With a refusal that the priority is the reason of.</summary>
    public AttributeTrial WithPriority(int priority, DateTimeOffset now) =>
        this with { RefusedPriority = priority, PriorityUntil = now + HeldFor };

    /// <summary>With a change that was refused, or came to nothing.</summary>
    public AttributeTrial With(IRecordedOperation operation, FailedCall why, DateTimeOffset now)
    {
        var refused = new RefusedChange(PayloadOf(operation), why, now + Pause);
        return operation.Verb == OperationVerb.Tag ? this with { Tags = refused } : this with { Update = refused };
    }

    private RefusedChange? Of(IRecordedOperation operation) => operation.Verb == OperationVerb.Tag ? Tags : Update;

    private static string PayloadOf(IRecordedOperation operation) =>
        operation.VerbName + "\n" + string.Join('\n', operation.Payload);
}
