using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Engine.Errors;
using VpcMirrorOperator.Kinds.Sessions.Planning;
using VpcMirrorOperator.Storage;

namespace VpcMirrorOperator.Kinds.Sessions;

/// <summary>Observes: reads a session and has the next step planned.</summary>
internal sealed class SessionObserver(
    IObjectStore<TrafficMirrorSession> store, SessionReader reader, LearnedLimits knowledge, ReconcilerOptions options, TimeProvider time)
{
    /// <summary>Reads and plans; a write, or the end of a deletion, is only ever planned on a fresh snapshot.</summary>
    public async ValueTask<Observation> ObserveAsync(
        TrafficMirrorSession declared, SessionMemories.Slot slot, CancellationToken cancellationToken)
    {
        var snapshot = await ReadAsync(declared, MaxAge(declared, slot.Memory), cancellationToken);
        var observation = Plan(declared, slot, snapshot);
        if (observation.Plan.Decision is not (Decision.Write<OperationState> or Decision.Release)
            || observation.Now - snapshot.ReadAt <= SessionLimits.WriteFreshness) return observation;
        return Plan(declared, slot, await ReadAsync(declared, SessionLimits.WriteFreshness, cancellationToken));
    }

    /// <summary>For a deleted object, a region without the service is one without the session.</summary>
    private async ValueTask<SessionSnapshot> ReadAsync(TrafficMirrorSession declared, TimeSpan maxAge, CancellationToken cancellationToken)
    {
        try
        {
            return await reader.ReadAsync(declared.Session(), maxAge, cancellationToken);
        }
        catch (CloudException error) when (declared.IsDetaching() && CloudErrorTable.Of(error).Reason == Reasons.ServiceNotOpened)
        {
            return new SessionSnapshot(null, time.GetUtcNow());
        }
    }

    private TimeSpan MaxAge(TrafficMirrorSession declared, SessionMemory memory) =>
        ReadAge.Allowed(declared, memory, time.GetUtcNow(), SessionLimits.WriteFreshness);

    private Observation Plan(TrafficMirrorSession declared, SessionMemories.Slot slot, SessionSnapshot snapshot)
    {
        var input = Input(declared, slot, snapshot);
        return ObservationOf(input, snapshot, SessionPlanner.Decide(input));
    }

    /// <summary>What is said, without a read of the cloud, of a living object that may not touch its session; null when it may.</summary>
    public Observation? Refused(TrafficMirrorSession declared, SessionMemories.Slot slot)
    {
        var input = Input(declared, slot, null);
        return input.Refusal is null
            ? null
            : ObservationOf(input, new SessionSnapshot(null, input.Now), SessionPlanner.DecideUnobserved(input)!);
    }

    private static Observation ObservationOf(PlannerInput input, SessionSnapshot snapshot, Plan plan) =>
        new(input.Declared, snapshot, plan, input.Memory, input.Now) { Claim = input.Claim };

    private Standing StandingOf(TrafficMirrorSession declared, SessionMemories.Slot slot) =>
        Ownership.Of(declared, store.ClaimantsOf(slot.Identity), options.Tenancy);

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
        var (memory, claimants) = (slot.Memory, store.ClaimantsOf(slot.Identity));
        var standing = Ownership.Of(declared, claimants, options.Tenancy);
        return new PlannerInput
        {
            Declared = WithAcceptance(declared, memory),
            Observed = snapshot?.Session,
            ReadAt = snapshot?.ReadAt,
            Now = time.GetUtcNow(),
            Memory = memory,
            Holder = options.Holder,
            AddBatchSize = knowledge.Of(declared.Session().Region).AddBatchSize,
            Owner = standing.Owner,
            Refusal = standing.Refusal,
            Claim = standing.Claim,
            Others = claimants.Count < 2 ? [] : [.. claimants.Where(other => other.Metadata.Uid != declared.Metadata.Uid)],
        };
    }

    /// <summary>The object with an acceptance that this process knows of and the status does not, because writing it failed.</summary>
    private static TrafficMirrorSession WithAcceptance(TrafficMirrorSession declared, SessionMemory memory)
    {
        if (declared.Status is not { Operation: { AcceptedAt: null } operation } status) return declared;
        if (memory.Operation.Accepted is not { } accepted || accepted.Sequence != operation.Sequence) return declared;
        return declared with { Status = status with { Operation = operation with { AcceptedAt = accepted.At } } };
    }
}
