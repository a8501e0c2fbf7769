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

    /// <summary>The payload of the change that was refused; null for none.</summary>
    public string? RefusedPayload { get; init; }

    /// <summary>Why, for the condition.</summary>
    public FailedCall? Why { get; init; }

    /// <summary>When it is tried again.</summary>
    public DateTimeOffset RetryAt { get; init; }

    /// <summary>Whether a priority counts as held by another session.</summary>
    public bool Holds(int priority, DateTimeOffset now) => RefusedPriority == priority && now < PriorityUntil;

    /// <summary>Why a change waits; null when it may be tried.</summary>
    public FailedCall? WhyNot(IRecordedOperation operation, DateTimeOffset now) =>
        RefusedPayload == PayloadOf(operation) && now < RetryAt ? Why : null;

    /// <summary>With a refusal that the priority is the reason of.</summary>
    public AttributeTrial WithPriority(int priority, DateTimeOffset now) =>
        this with { RefusedPriority = priority, PriorityUntil = now + HeldFor };

    /// <summary>With a refused change.</summary>
    public AttributeTrial With(IRecordedOperation operation, FailedCall why, DateTimeOffset now) =>
        this with { RefusedPayload = PayloadOf(operation), Why = why, RetryAt = now + Pause };

    private static string PayloadOf(IRecordedOperation operation) =>
        operation.VerbName + "\n" + string.Join('\n', operation.Payload);
}
