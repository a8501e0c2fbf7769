using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Engine.Lifecycle;

/// <summary>Everything that the next step in the life of an object's thing depends on. Names no kind.</summary>
internal sealed record LifecycleInput
{
    /// <summary>Who the object is to the cloud.</summary>
    public required ObjectIdentity Identity { get; init; }

    /// <summary>What is recorded.</summary>
    public required LifecycleRecord Record { get; init; }

    /// <summary>What this process remembers.</summary>
    public required LifecycleMemory Memory { get; init; }

    /// <summary>The list that asked for the recorded id; null: not read, or not new enough.</summary>
    public ListReading? ById { get; init; }

    /// <summary>The list that asked for the object's mark; null: not read, or not new enough.</summary>
    public ListReading? ByMark { get; init; }

    /// <summary>This process.</summary>
    public required string Holder { get; init; }

    /// <summary>The time of the reconcile.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>Whether a finalizer of ours is on the object.</summary>
    public required bool IsHeld { get; init; }

    /// <summary>Whether every attempt of the recorded operation was answered, and none with success.</summary>
    public bool IsRefused { get; init; }

    /// <summary>Whether every attempt of the recorded operation was answered, or never sent.</summary>
    public bool IsAnswered { get; init; }

    /// <summary>
    /// Whether spec and object want exactly the recorded operation, and the present mode (policy, <c>suspend</c>, rights) permits it.
    /// </summary>
    public bool IsStillWanted { get; init; }

    /// <summary>
    /// Whether the recorded operation is of a former object of this name: its status was restored from a backup. What has become of it says
    /// nothing of what this object made.
    /// </summary>
    public bool IsOfFormerLife { get; init; }

    /// <summary>Whether the mode permits a Create: <c>Sync</c> or <c>AddOnly</c>, not suspended, allowed.</summary>
    public bool MayCreate { get; init; }

    /// <summary>The id that a person said may be made anew although it vanished while the account was locked (rule S10).</summary>
    public string? MayRecreate { get; init; }

    /// <summary>What is to become of the thing, once the object is deleted; null while it lives.</summary>
    public DeletionIntent? Deletion { get; init; }

    /// <summary>Another living object that names the recorded id; null for none. It is not deleted from under it (rule S5).</summary>
    public ObjectKey? NamedBy { get; init; }

    /// <summary>What keeps the thing from being deleted now, as a sentence with the way out; null for nothing (rule S15).</summary>
    public string? InUse { get; init; }

    /// <summary>The limits in force.</summary>
    public LifecycleLimits Limits { get; init; } = LifecycleLimits.Default;
}
