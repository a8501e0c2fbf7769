using VpcMirrorOperator.Api.Shared;

namespace VpcMirrorOperator.Engine.Lifecycle;

/// <summary>What an object's status, and what survives its loss, say of the thing in the cloud.</summary>
internal sealed record LifecycleRecord
{
    /// <summary>The id of what was created, or taken back; null for none.</summary>
    public string? Id { get; init; }

    /// <summary>The write that is recorded and not resolved; null for none.</summary>
    public IRecordedOperation? Operation { get; init; }

    /// <summary>When the latest attempt of a Create was recorded; null when there was none, or all were refused.</summary>
    public DateTimeOffset? LastCreateAt { get; init; }

    /// <summary>The id of what was locked for overdue payment when it was last listed; null when it was not.</summary>
    public string? LockedId { get; init; }
}
