using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Kinds.Sessions.Planning;
using VpcMirrorOperator.Storage;

namespace VpcMirrorOperator.Kinds.Sessions;

/// <summary>Observes: reads a session and has the next step planned.</summary>
internal sealed class SessionObserver(
    IObjectStore<TrafficMirrorSession> store, SessionReadings readings, PriorityHolders holders, CreatedSessions created,
    SessionMemories memories, LearnedLimits knowledge, ReconcilerOptions options, TimeProvider time)
{
    /// <summary>Plans on what was read; a write, or the end of a deletion, is only ever planned on a fresh snapshot.</summary>
    /// <returns>Null when the session has to be read first: the object is reconciled again when it is there.</returns>
    /// <exception cref="AlibabaCloud.Errors.CloudException">It could not be read.</exception>
    public Observation? Observe(TrafficMirrorSession declared, SessionMemories.Slot slot)
    {
        var arrived = SessionReadings.Take(slot);
        if (slot.Life is not { } life) return ObserveKnown(declared, slot, arrived);
        return CreatedSessions.IsCreated(declared)
            ? created.Observe(this, declared, slot, life, arrived)
            : created.ObserveDetaching(this, declared, slot, life, arrived);
    }

    /// <summary>Plans for a session that has an id.</summary>
    public Observation? ObserveKnown(TrafficMirrorSession declared, SessionMemories.Slot slot, AwaitedReading? arrived)
    {
        if (readings.Find(declared, slot, arrived, MaxAge(declared, slot.Memory)) is not { } snapshot) return null;
        var observation = Plan(declared, slot, snapshot);
        if (observation.Plan.Decision is not (Decision.Write<OperationState> or Decision.Release)) return observation;
        if (!holders.Look(observation, slot)) return null;
        if (IsFresh(observation, arrived)) return observation with { Plan = Again(observation, slot) };
        return readings.Find(declared, slot, arrived, SessionLimits.WriteFreshness) is { } fresh ? Plan(declared, slot, fresh) : null;
    }

    /// <summary>The plan with what is known of the priority by now.</summary>
    private Plan Again(Observation observation, SessionMemories.Slot slot) =>
        slot.PriorityHolder is null ? observation.Plan : Plan(observation.Declared, slot, observation.Snapshot).Plan;

    private static bool IsFresh(Observation observation, AwaitedReading? arrived) =>
        observation.Now - observation.Snapshot.ReadAt <= SessionLimits.WriteFreshness
        || (ReferenceEquals(observation.Snapshot, arrived?.Read.Answer?.Snapshot) && arrived.IsFresh(observation.Now));

    private TimeSpan MaxAge(TrafficMirrorSession declared, SessionMemory memory) =>
        ReadAge.Allowed(declared, memory, time.GetUtcNow(), SessionLimits.WriteFreshness);

    private Observation Plan(TrafficMirrorSession declared, SessionMemories.Slot slot, SessionSnapshot snapshot)
    {
        if (snapshot.Session is not null) memories.Saw(slot);
        var input = Input(declared, slot, snapshot);
        return ObservationOf(input, snapshot, SessionPlanner.Decide(input));
    }

    /// <summary>What is said, without a read of the cloud, of a living object that may not touch its session; null when it may.</summary>
    public Observation? Refused(TrafficMirrorSession declared, SessionMemories.Slot slot)
    {
        if (StandingOf(declared, slot).Refusal is null) return null;
        var input = Input(declared, slot, null);
        return ObservationOf(input, new SessionSnapshot(null, input.Now), SessionPlanner.DecideUnobserved(input)!);
    }

    /// <summary>A session by its id, without a plan; null when it has to be read first.</summary>
    public SessionSnapshot? Read(TrafficMirrorSession declared, SessionMemories.Slot slot, AwaitedReading? arrived) =>
        readings.Find(declared, slot, arrived, MaxAge(declared, slot.Memory));

    /// <summary>An observation of what was read.</summary>
    public static Observation ObservationOf(PlannerInput input, SessionSnapshot snapshot, Plan plan) =>
        new(input.Declared, snapshot, plan, input.Memory, input.Now) { Claim = input.Claim };

    private Standing StandingOf(TrafficMirrorSession declared, SessionMemories.Slot slot) =>
        Ownership.Of(declared, store.ClaimantsOf(slot.Session), options.Tenancy);

    /// <summary>Notes since when the object has owned its session.</summary>
    public SessionMemory Owning(TrafficMirrorSession declared, SessionMemories.Slot slot)
    {
        var memory = slot.Memory;
        var owns = StandingOf(declared, slot).Owns;
        if (owns == memory.Times.OwnerSince is not null) return memory;
        return owns ? memory.AsOwner(declared, time.GetUtcNow()) : memory with { Times = memory.Times with { OwnerSince = null } };
    }

    /// <summary>All that a decision about the object depends on.</summary>
    public PlannerInput Input(TrafficMirrorSession declared, SessionMemories.Slot slot, SessionSnapshot? snapshot)
    {
        var (memory, claimants) = (slot.Memory, store.ClaimantsOf(slot.Session));
        var standing = Ownership.Of(declared, claimants, options.Tenancy);
        var filter = ReferredFilter.Of(declared, options.FindFilter);
        return new PlannerInput
        {
            Declared = ReferredFilter.Put(WithAcceptance(declared, memory), filter),
            Filter = filter,
            Observed = snapshot?.Session,
            ReadAt = snapshot?.ReadAt,
            Now = time.GetUtcNow(),
            Memory = memory,
            Holder = options.Holder,
            AddBatchSize = knowledge.Of(declared.Session().Region).AddBatchSize,
            Owner = standing.Owner,
            Refusal = standing.Refusal,
            Claim = standing.Claim,
            PriorityHolder = slot.PriorityHolder is { } holder && holder.IsFresh(time.GetUtcNow()) ? holder : null,
            IsFullElsewhere = declared.PolicyOwner() is null ? null : options.FullElsewhere(slot.Session),
            IsSameAccount = memories.IsSameAccount(slot),
            Others = claimants.Count < 2 ? [] : [.. claimants.Where(other => other.Metadata.Life != declared.Metadata.Life)],
        };
    }

    /// <summary>The object with an acceptance that this process knows of and the status does not, because writing it failed.</summary>
    private static TrafficMirrorSession WithAcceptance(TrafficMirrorSession declared, SessionMemory memory)
    {
        if (declared.Status is not { Operation: { AcceptedAt: null } operation } status) return declared;
        if (memory.Operation.Accepted is not { } accepted || accepted.ClientToken != operation.ClientToken) return declared;
        return declared with { Status = status with { Operation = operation with { AcceptedAt = accepted.At } } };
    }
}
