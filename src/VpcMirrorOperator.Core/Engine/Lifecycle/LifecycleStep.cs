using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Engine.Lifecycle;

/// <summary>The next step in the life of an object's thing: exactly one of the nested cases.</summary>
internal abstract record LifecycleStep
{
    /// <summary>Put the finalizer on the object, before anything is looked for or created (rule S3).</summary>
    public sealed record Hold : LifecycleStep;

    /// <summary>Read the recorded id.</summary>
    public sealed record ReadId : LifecycleStep;

    /// <summary>List by mark, now or later.</summary>
    /// <param name="At">When the list may be started at the earliest.</param>
    public sealed record Look(DateTimeOffset At) : LifecycleStep;

    /// <summary>Read the recorded id once more: what it says now may be an old list's news.</summary>
    /// <param name="At">When the read may be started at the earliest.</param>
    public sealed record ReadIdAgain(DateTimeOffset At) : LifecycleStep;

    /// <summary>Record an id: it was found by mark.</summary>
    /// <param name="Id">What was found.</param>
    public sealed record TakeBack(string Id) : LifecycleStep;

    /// <summary>It is there, and it is the object's: the kind goes on.</summary>
    /// <param name="Thing">As listed.</param>
    public sealed record Exists(ListedMark Thing) : LifecycleStep;

    /// <summary>It is ours and names another life of the object as its owner: that is put right first.</summary>
    /// <param name="Thing">As listed.</param>
    public sealed record SetOwner(ListedMark Thing) : LifecycleStep;

    /// <summary>There is none beyond doubt: it may be created.</summary>
    public sealed record Create : LifecycleStep;

    /// <summary>There is none beyond doubt, and the object's mode does not let one be created.</summary>
    public sealed record Absent : LifecycleStep;

    /// <summary>Make the recorded call once more, byte-equal and with its token (rule S4).</summary>
    public sealed record Repeat : LifecycleStep;

    /// <summary>A call may be on its way, or is being carried out.</summary>
    /// <param name="At">When to look again at the earliest.</param>
    public sealed record Wait(DateTimeOffset At) : LifecycleStep;

    /// <summary>Several carry the object's mark: nothing is created or written (rule S3).</summary>
    /// <param name="Ids">Theirs.</param>
    public sealed record Several(IReadOnlyList<string> Ids) : LifecycleStep;

    /// <summary>It vanished while the account was locked (rule S10).</summary>
    /// <param name="Id">What vanished.</param>
    public sealed record VanishedInArrears(string Id) : LifecycleStep;

    /// <summary>Delete it: it carries the object's mark.</summary>
    /// <param name="Thing">As listed.</param>
    public sealed record Delete(ListedMark Thing) : LifecycleStep;

    /// <summary>It cannot be deleted yet (rule S15).</summary>
    /// <param name="Why">A sentence with the way out.</param>
    public sealed record InUse(string Why) : LifecycleStep;

    /// <summary>Let the deleted object go.</summary>
    /// <param name="Why">What becomes of the thing.</param>
    /// <param name="Ids">What it is about.</param>
    public sealed record Release(ReleaseReason Why, IReadOnlyList<string> Ids) : LifecycleStep
    {
        /// <summary>The object that keeps it, where one does.</summary>
        public ObjectKey? KeptBy { get; init; }
    }
}
