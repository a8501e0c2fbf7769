using VpcMirrorOperator.AlibabaCloud.Rpc;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Engine.Lifecycle;
using VpcMirrorOperator.Kinds.Sessions.Planning;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.Storage;

namespace VpcMirrorOperator.Kinds.Sessions;

/// <summary>
/// Observes the life of sessions that objects create, until they exist (rules S3, S4 and S12); holds no worker meanwhile.
/// </summary>
/// <param name="cloud">The account's client.</param>
/// <param name="store">The objects.</param>
/// <param name="holders">Who holds a priority.</param>
/// <param name="wake">Has an object reconciled.</param>
/// <param name="options">Whose the sessions are.</param>
/// <param name="time">The clock.</param>
internal sealed class CreatedSessions(
    RpcClient cloud, IObjectStore<TrafficMirrorSession> store, PriorityHolders holders, Action<ObjectKey> wake, ReconcilerOptions options,
    TimeProvider time)
{
    /// <summary>A right may be given at any time.</summary>
    private static readonly TimeSpan AskAgain = TimeSpan.FromMinutes(1);

    /// <summary>Whether the life of an object's session is to be looked after; detaching from a known one is as with any other.</summary>
    public static bool IsCreated(TrafficMirrorSession declared) =>
        declared.Creates() && !(declared.IsDetaching() && declared.SessionId() is not null);

    /// <summary>Observes, and plans the next step.</summary>
    /// <returns>Null when something has to be read first.</returns>
    /// <exception cref="AlibabaCloud.Errors.CloudException">It could not be read.</exception>
    public Observation? Observe(
        SessionObserver observer, TrafficMirrorSession declared, SessionMemories.Slot slot, CreatedLife life, AwaitedReading? arrived)
    {
        if (options.Installation.Id is not { } cluster) return Unable(observer, declared, slot);
        SessionSnapshot? byId = null;
        if (declared.SessionId() is not null && (byId = observer.Read(declared, slot, arrived)) is null) return null;
        var identity = IdentityOf(declared, cluster);
        var input = observer.Input(declared, slot, byId);
        var plan = LifecyclePlanner.Decide(LifeOf(input, identity, slot, life, byId, TakeMarkList(life)));
        life.Memory = plan.Memory;
        if (plan.Step is LifecycleStep.Look look && look.At <= input.Now) return Ask(declared, slot, life, identity);
        if (plan.Step is LifecycleStep.Exists) return observer.ObserveKnown(declared, slot, arrived);
        var observation = SessionObserver.ObservationOf(input, byId ?? new SessionSnapshot(null, input.Now), PlanOf(input, identity, plan));
        if (!holders.Look(observation, slot)) return null;
        return observation with { Plan = PlanOf(input with { PriorityHolder = slot.PriorityHolder }, identity, plan) };
    }

    /// <summary>Observes the session that a deleted object is to be detached from: it may be another's.</summary>
    /// <returns>Null when something has to be read first.</returns>
    /// <exception cref="AlibabaCloud.Errors.CloudException">It could not be read.</exception>
    public Observation? ObserveDetaching(
        SessionObserver observer, TrafficMirrorSession declared, SessionMemories.Slot slot, CreatedLife life, AwaitedReading? arrived)
    {
        if (options.Installation.Id is not { } cluster) return observer.ObserveKnown(declared, slot, arrived);
        if (observer.Read(declared, slot, arrived) is not { } byId) return null;
        var (identity, input) = (IdentityOf(declared, cluster), observer.Input(declared, slot, byId));
        if (DetachSteps.Before(LifeOf(input, identity, slot, life, byId, null)) is not { } plan)
            return observer.ObserveKnown(declared, slot, arrived);
        life.Memory = plan.Memory;
        return SessionObserver.ObservationOf(input, byId, PlanOf(input, identity, plan));
    }

    /// <summary>
    /// What becomes of a deleted object whose session stays: it goes, or waits for a call that may be on its way. Reads nothing.
    /// </summary>
    public Decision Release(PlannerInput input, SessionMemories.Slot slot, CreatedLife life)
    {
        var identity = IdentityOf(input.Declared, options.Installation.Id ?? "");
        var life1 = LifeOf(input, identity, slot, life, null, null) with { Deletion = DeletionIntent.Release };
        return LifeDecisions.Of(input, identity, LifecyclePlanner.Decide(life1).Step);
    }

    /// <summary>Whether the deletion of the object deletes its session, as far as its own fields and rights go (rule S12).</summary>
    public static bool WantsDelete(PlannerInput input) =>
        input is { Refusal: null, Declared.Spec: { DeletionPolicy: DeletionPolicy.Delete } spec }
        && spec.Policy() == ManagementPolicy.Sync && !spec.IsSuspended();

    private static Plan PlanOf(PlannerInput input, ObjectIdentity identity, LifecyclePlan plan)
    {
        var decision = LifeDecisions.Of(input, identity, plan.Step);
        return new Plan(decision, Facts: null)
        {
            Life = plan,
            Operation = decision is Decision.Write<OperationState> write ? write.Operation : plan.Record.Operation as OperationState,
        };
    }

    /// <summary>Who an object is to the cloud (rule S1).</summary>
    public static ObjectIdentity IdentityOf(TrafficMirrorSession declared, string cluster) => new(
        cluster, "tms", declared.Metadata.Namespace, declared.Metadata.Name, declared.Metadata.Uid);

    /// <summary>That nothing can be created, and the remedy.</summary>
    public static Decision.Stall Unable(Installation installation) => new(
        Reasons.NotAllowed, $"No session is created or looked for. {installation.Trouble}", AskAgain);

    private Observation Unable(SessionObserver observer, TrafficMirrorSession declared, SessionMemories.Slot slot)
    {
        var input = observer.Input(declared, slot, null);
        return SessionObserver.ObservationOf(
            input, new SessionSnapshot(null, input.Now), new Plan(Unable(options.Installation), Facts: null));
    }

    private Observation? Ask(TrafficMirrorSession declared, SessionMemories.Slot slot, CreatedLife life, ObjectIdentity identity)
    {
        ObjectKey key = declared.Key();
        life.MarkList ??= new SessionSearch(cloud, slot.Session.Region, time).ByTag(IdentityTags.CreatedBy, identity.CreatedBy)
            .Ask(TimeSpan.Zero, () => wake(key));
        return null;
    }

    private static ListReading? TakeMarkList(CreatedLife life)
    {
        if (life.MarkList is not { HasEnded: true } ended) return null;
        life.MarkList = null;
        var found = ended.Get()!;
        return new ListReading([.. found.List.Select(one => MarkOf(one.Id, one.Session))], found.ReadAt);
    }

    private static ListedMark MarkOf(string id, ObservedSession session)
    {
        var tags = session.Details?.Tags;
        return new ListedMark(id, tags?.GetValueOrDefault(IdentityTags.CreatedBy), tags?.GetValueOrDefault(IdentityTags.Owner))
        {
            IsSettled = session.IsSettled, IsGoing = session.State.Status == ObservedSession.Deleting,
        };
    }

    private LifecycleInput LifeOf(
        PlannerInput input, ObjectIdentity identity, SessionMemories.Slot slot, CreatedLife life, SessionSnapshot? byId,
        ListReading? byMark)
    {
        var declared = input.Declared;
        var memory = input.Memory.Operation;
        var recorded = LifeRecord.Of(declared, life);
        var attempt = recorded.Operation is { } open ? Engine.Operations.OperationAttempt.Of(open) : null;
        var mayWrite = input is { Refusal: null } && !declared.Spec.IsSuspended() && declared.Spec.Policy() != ManagementPolicy.Observe;
        return new LifecycleInput
        {
            Identity = identity,
            Record = recorded,
            Memory = life.Memory,
            ById = byId is null ? null : new ListReading(
                byId.Session is { } session ? [MarkOf(slot.Session.SessionId, session)] : [], byId.ReadAt),
            ByMark = byMark,
            Holder = input.Holder,
            Now = input.Now,
            IsHeld = declared.IsHeld(),
            IsAnswered = attempt is not null && memory.Answered == attempt,
            IsRefused = attempt is not null && memory.Answered == attempt && memory.RejectedAttempt == attempt,
            IsOfFormerLife = recorded.Operation is { } own && !Engine.Operations.ClientTokens.IsOf(identity.Uid, own),
            IsStillWanted = mayWrite && (recorded.Operation is not OperationState { Verb: OperationVerb.Create } create
                || CreatePlanner.IsWanted(input, identity, create)),
            MayCreate = mayWrite,
            MayRecreate = declared.Metadata.Annotations.GetValueOrDefault(Annotations.Recreate),
            Deletion = declared.IsBeingDeleted() ? DeletionIntent.Delete : null,
            NamedBy = ClaimRules.NamedBy(store.ClaimantsOf(slot.Session).Select(Ownership.ClaimOf), declared.Key()),
        };
    }
}
