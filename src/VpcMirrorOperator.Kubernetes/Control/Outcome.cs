namespace VpcMirrorOperator.Kubernetes.Control;

/// <summary>
/// What a reconciler wants to happen to its key next. A closed set: match on <see cref="Finished"/>, <see cref="Requeue"/>,
/// <see cref="Waiting"/>, <see cref="Continuing"/> and <see cref="Failure"/>. There is no outcome that gives up: a change of the object
/// always brings the key back, and a failure is retried for ever, only more slowly.
/// </summary>
public abstract record Outcome
{
    private static readonly Finished Finish = new();

    private Outcome()
    {
    }

    /// <summary>Nothing left to do until something changes. Forgets the key's failures.</summary>
    public static Outcome Done => Finish;

    /// <summary>Reconcile again after a while, for example to poll or to check for drift. Forgets the key's failures.</summary>
    /// <param name="after">Zero or more. A change of the object in between brings the key back earlier.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="after"/> is negative.</exception>
    public static Outcome RequeueAfter(TimeSpan after)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(after, TimeSpan.Zero);
        return new Requeue(after);
    }

    /// <summary>
    /// Like <see cref="RequeueAfter"/>, for an object of which nothing is expected: its turn comes behind whatever has news, and behind
    /// objects that this process has not reconciled yet.
    /// </summary>
    /// <inheritdoc cref="RequeueAfter"/>
    public static Outcome CheckAfter(TimeSpan after)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(after, TimeSpan.Zero);
        return new Requeue(after, IsCheck: true);
    }

    /// <summary>
    /// Something that the reconcile asked for is not there yet. Whoever brings it resumes the key in the queue; until then no worker is
    /// held. It says nothing about the object, so the key's failures stay as they were.
    /// </summary>
    /// <param name="atMost">When to look again even if nobody resumes the key; more than zero.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="atMost"/> is zero or negative.</exception>
    public static Outcome WaitFor(TimeSpan atMost)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(atMost, TimeSpan.Zero);
        return new Waiting(atMost);
    }

    /// <summary>
    /// The reconcile goes on, but waits for others from now on and needs no worker. Its key stays taken until <paramref name="rest"/> has
    /// ended: it is not reconciled a second time meanwhile, and the time limit goes on. How many may go on like this is for the reconciler
    /// to limit.
    /// </summary>
    /// <param name="rest">The rest, under way already; one that has ended is its outcome.</param>
    public static Outcome GoesOn(Task<Outcome> rest)
    {
        ArgumentNullException.ThrowIfNull(rest);
        return rest.IsCompletedSuccessfully ? rest.Result : new Continuing(rest);
    }

    /// <summary>It did not work: try again with the key's back-off, one step slower each time in a row.</summary>
    /// <param name="reason">What went wrong, for the log; no secret in it.</param>
    public static Outcome Failed(string reason) => new Failure(reason, null);

    /// <inheritdoc cref="Failed(string)"/>
    /// <param name="error">What went wrong; logged with its stack trace.</param>
    public static Outcome Failed(Exception error)
    {
        ArgumentNullException.ThrowIfNull(error);
        return new Failure(error.Message, error);
    }

    /// <summary>See <see cref="Done"/>.</summary>
    public sealed record Finished : Outcome;

    /// <summary>See <see cref="RequeueAfter"/> and <see cref="CheckAfter"/>.</summary>
    /// <param name="After">How long to wait.</param>
    /// <param name="IsCheck">Whether nothing is expected.</param>
    public sealed record Requeue(TimeSpan After, bool IsCheck = false) : Outcome;

    /// <summary>See <see cref="WaitFor"/>.</summary>
    /// <param name="AtMost">When to look again.</param>
    public sealed record Waiting(TimeSpan AtMost) : Outcome;

    /// <summary>See <see cref="GoesOn"/>.</summary>
    /// <param name="Rest">Ends with what should happen to the key next.</param>
    public sealed record Continuing(Task<Outcome> Rest) : Outcome;

    /// <summary>See <see cref="Failed(string)"/>.</summary>
    /// <param name="Reason">What went wrong, in words.</param>
    /// <param name="Error">The exception behind it, if there is one.</param>
    public sealed record Failure(string Reason, Exception? Error) : Outcome;
}
