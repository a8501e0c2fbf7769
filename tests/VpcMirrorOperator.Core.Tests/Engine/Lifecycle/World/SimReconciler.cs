using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Engine.Lifecycle;

namespace VpcMirrorOperator.Core.Tests.Engine.Lifecycle.World;

/// <summary>A kind that has nothing but the life of its things: what a real reconciler does with the steps of the planner.</summary>
internal sealed class SimReconciler(LifecycleWorld world, SimProcess process)
{
    private const double CacheLags = 0.2;

    public void Reconcile(string key, IReadOnlyDictionary<string, SimObject> cache)
    {
        if (!world.Objects.TryGetValue(key, out var declared)) return;
        if (world.Random.NextDouble() < CacheLags && cache.TryGetValue(key, out var old) && old.Uid == declared.Uid) declared = old;
        if (declared.NamedId is not null) return;
        if (process.Slots.GetValueOrDefault(key)?.Uid != declared.Uid) process.Slots[key] = new SimSlot(declared.Uid);
        var slot = process.Slots[key];
        if (slot.Awaited is { } awaited && declared.Status.Operation?.Sequence == awaited.Sequence)
        {
            if (slot.Reply is null && world.Now - awaited.Since <= LifecycleWorld.Reply) return;
            var reply = slot.Reply;
            (slot.Awaited, slot.Reply) = (null, null);
            if (reply is not null && Answered(declared, slot, reply)) return;
        }
        Act(declared, slot);
    }

    /// <returns>Whether that was all for this time.</returns>
    private bool Answered(SimObject declared, SimSlot slot, SimReply reply)
    {
        var operation = declared.Status.Operation!;
        var attempt = (operation.Sequence, operation.Attempts);
        if (operation.Attempts == 1 || slot.Answered == (operation.Sequence, operation.Attempts - 1)) slot.Answered = attempt;
        if (reply.Refusal is not null)
        {
            if (reply.Refusal == "Busy") return false;
            slot.Refused = attempt;
            world.Put(declared, declared with { Status = declared.Status with { Says = reply.Refusal } });
            return true;
        }
        var status = operation.Verb == OperationVerb.Create
            ? declared.Status with { Operation = null, Id = reply.Id }
            : declared.Status with { Operation = operation with { AcceptedAt = LifecycleWorld.Time(world.Now) } };
        world.Put(declared, declared with { Status = status });
        return true;
    }

    private void Act(SimObject declared, SimSlot slot)
    {
        var list = world.Cloud.List(world.Now);
        var plan = LifecyclePlanner.Decide(Input(declared, slot, list));
        slot.Memory = plan.Memory;
        var operation = plan.Record.Operation as SimOperation;
        var status = declared.Status with { Id = plan.Record.Id, Operation = operation, LastCreateAt = plan.Record.LastCreateAt };
        var known = declared with { Status = status, LockedId = Locked(declared, plan.Record.Id) };
        Take(declared, known, slot, plan.Step);
    }

    private void Take(SimObject declared, SimObject known, SimSlot slot, LifecycleStep step)
    {
        switch (step)
        {
            case LifecycleStep.Hold:
                world.Put(declared, known with { IsHeld = true });
                break;
            case LifecycleStep.Create when !world.Trouble.KindIsGoing:
                Intend(declared, known, slot, OperationVerb.Create, null);
                break;
            case LifecycleStep.SetOwner owner:
                Intend(declared, known, slot, OperationVerb.Tag, owner.Thing.Id);
                break;
            case LifecycleStep.Delete delete:
                Intend(declared, known, slot, OperationVerb.Delete, delete.Thing.Id);
                break;
            case LifecycleStep.Repeat:
                Repeat(declared, known, slot);
                break;
            case LifecycleStep.Release:
                world.Put(declared, known with { IsHeld = false });
                break;
            default:
                Say(declared, known, step is LifecycleStep.Exists ? "Ready" : step.GetType().Name);
                break;
        }
    }

    private void Say(SimObject declared, SimObject known, string word)
    {
        var told = known with { Status = known.Status with { Says = word } };
        if (told != declared) world.Put(declared, told);
    }

    private void Intend(SimObject declared, SimObject known, SimSlot slot, OperationVerb verb, string? target)
    {
        // A lost status begins to count anew; what this process knows of a sequence must not pass for another operation.
        var sequence = Math.Max(declared.Status.Sequence, slot.Answered?.Sequence ?? 0) + 1;
        var now = LifecycleWorld.Time(world.Now);
        var operation = new SimOperation(sequence, verb, target, declared.Wish, declared.Identity.CreatedBy, declared.Identity.Uid)
        {
            ClientToken = $"{declared.Uid}/{sequence}/{verb}/{target}/{declared.Wish}", StartedAt = now, FirstStartedAt = now,
            Holder = process.Name,
        };
        Record(declared, known, slot, operation);
    }

    private void Repeat(SimObject declared, SimObject known, SimSlot slot)
    {
        var operation = declared.Status.Operation!;
        Record(declared, known, slot, operation with
        {
            Attempts = operation.Attempts + 1, StartedAt = LifecycleWorld.Time(world.Now), Holder = process.Name,
        });
    }

    private void Record(SimObject declared, SimObject known, SimSlot slot, SimOperation operation)
    {
        var creates = operation.Verb == OperationVerb.Create;
        var status = known.Status with
        {
            Operation = operation, Sequence = operation.Sequence, LastCreateAt = creates ? operation.StartedAt : known.Status.LastCreateAt,
        };
        if (world.Put(declared, known with { Status = status }) is not { } stored) return;
        if (creates) slot.Memory = slot.Memory with { IsFresh = false, LastCreateAt = operation.StartedAt };
        world.Truth.Intends(stored, operation.Verb, world.Now);
        world.Send(process, stored);
    }

    private LifecycleInput Input(SimObject declared, SimSlot slot, ListReading list)
    {
        var operation = declared.Status.Operation;
        var attempt = operation is null ? default : (operation.Sequence, operation.Attempts);
        var wants = operation?.Wish == declared.Wish && operation.Owner == declared.Identity.Uid && !world.Trouble.KindIsGoing;
        return new LifecycleInput
        {
            Identity = declared.Identity,
            Record = new LifecycleRecord
            {
                Id = declared.Status.Id, Operation = operation, LastCreateAt = declared.Status.LastCreateAt, LockedId = declared.LockedId,
            },
            Memory = slot.Memory,
            ById = list,
            ByMark = list,
            Holder = process.Name,
            Now = LifecycleWorld.Time(world.Now),
            IsHeld = declared.IsHeld,
            IsAnswered = operation is not null && slot.Answered == attempt,
            IsRefused = operation is not null && slot.Answered == attempt && slot.Refused == attempt,
            IsStillWanted = operation?.Verb == OperationVerb.Create ? wants : !world.Trouble.KindIsGoing,
            MayCreate = !world.Trouble.KindIsGoing,
            MayRecreate = declared.MayRecreate,
            Deletion = !declared.IsDeleted ? null : world.Trouble.KindIsGoing ? DeletionIntent.Release : declared.OnDeletion,
            NamedBy = world.Objects.Values
                .FirstOrDefault(other => other.NamedId is { } id && id == declared.Status.Id && !other.IsDeleted) is { } other
                ? new("ns", other.Key) : null,
            Limits = LifecycleWorld.Limits,
        };
    }

    private string? Locked(SimObject declared, string? id) => id is null || !world.Cloud.Things.TryGetValue(id, out var thing)
        ? declared.LockedId
        : thing.IsLocked ? id : null;
}
