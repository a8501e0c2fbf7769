using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kinds.Sessions.Planning;

/// <summary>Everything that a decision depends on.</summary>
internal sealed record PlannerInput
{
    /// <summary>The object: spec, annotations and status.</summary>
    public required TrafficMirrorSession Declared { get; init; }

    /// <summary>The session as the cloud shows it; null when the cloud does not list it.</summary>
    public required ObservedSession? Observed { get; init; }

    /// <summary>The time of the reconcile.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>When the read of <see cref="Observed"/> was started; null: now.</summary>
    public DateTimeOffset? ReadAt { get; init; }

    /// <summary>What this process has learned about the session.</summary>
    public required SessionMemory Memory { get; init; }

    /// <summary>This process, as written into <see cref="OperationState.Holder"/>.</summary>
    public required string Holder { get; init; }

    /// <summary>The add batch size in force for the account and region.</summary>
    public required int AddBatchSize { get; init; }

    /// <summary>The ids that the session is to have; those of the spec unless said otherwise.</summary>
    public IReadOnlyList<string> Desired { get => field ?? Declared.Spec.SourceIds; init; }

    /// <summary>The session in the cloud; the one that the spec names unless said otherwise.</summary>
    public SessionRef Session { get => field == default ? Declared.Session() : field; init; }

    /// <summary>What <c>filterRef</c> leads to; null without one. What counts of it stands in <see cref="Declared"/> as an id.</summary>
    public ReferredFilter? Filter { get; init; }

    /// <summary>Which session holds the declared priority, where that was asked; null when it was not.</summary>
    public PriorityHolder? PriorityHolder { get; init; }

    /// <summary>How far apart two reads must be that agree on something final; zero: one is enough.</summary>
    public TimeSpan ConfirmAfter { get; init; } = SessionLimits.ConfirmAfter;

    /// <summary>The older object that owns the same session; null when this object owns it.</summary>
    public ObjectKey? Owner { get; init; }

    /// <summary>Whether an interface is in three other sessions, as the region's list shows; null for an object of no policy.</summary>
    public Func<string, bool>? IsFullElsewhere { get; init; }

    /// <summary>Why this object may not touch the session; null when it may.</summary>
    public Refusal? Refusal { get; init; }

    /// <summary>What the status is to say of the object's claim; no decision rests on it.</summary>
    public SessionClaim? Claim { get; init; }

    /// <summary>
    /// False: an earlier process saw the session, and this one has seen neither it nor any other that was known before. The keys may be
    /// those of another account, to which a session that is still mirroring does not exist (rule 11).
    /// </summary>
    public bool IsSameAccount { get; init; } = true;

    /// <summary>All other objects that name the session, those that are going included.</summary>
    public IReadOnlyCollection<TrafficMirrorSession> Others { get; init; } = [];

    /// <summary>
    /// True when the object goes because its resource definition does: an uninstall must never detach anything. Matters only for
    /// deleted objects.
    /// </summary>
    public bool KindIsGoingAway { get; init; }

    /// <summary>True when the sources of a deleted object are to leave the session.</summary>
    internal bool IsDetaching => Declared.IsDetaching() && Owner is null && Refusal is null && !KindIsGoingAway;
}
