using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.Simulation.Loop;

namespace VpcMirrorOperator.Simulation.Scenario;

/// <summary>
/// Owners that change while their call is on its way: deleted with either policy, renamed as Git does it (a new object and a deletion, in
/// either order, in either namespace), or joined by a twin of the same second whose name sorts first.
/// </summary>
internal sealed class HandOvers
{
    private const int MostObjects = 12;

    private readonly MirrorWorld _world;
    private readonly Random _random;
    private readonly SimProcess _process;
    private int _created;

    public HandOvers(MirrorWorld world)
    {
        (_world, _random, _process) = (world, world.Loop.RandomFor("handover"), world.Loop.CreateProcess("handover"));
        world.Rules.Intended += Intended;
    }

    private void Intended(TrafficMirrorSession declared, OperationState operation)
    {
        if (!_world.IsHealed && _random.Next(3) == 0) _process.Start(() => ChangeAsync(declared, operation));
    }

    private async Task ChangeAsync(TrafficMirrorSession declared, OperationState operation)
    {
        await Wait(_random.Next(2) == 0 ? 0.5 : 6);
        if (_world.IsHealed) return;
        switch (_random.Next(6))
        {
            case 0: Delete(declared.Key(), retain: _random.Next(2) == 0); break;
            case 1: await RenameAsync(declared, operation, createFirst: true); break;
            case 2: await RenameAsync(declared, operation, createFirst: false); break;
            case 3: Create(declared, operation); break;
            default: await TwinsAsync(declared, operation); break;
        }
    }

    private async Task RenameAsync(TrafficMirrorSession declared, OperationState operation, bool createFirst)
    {
        if (createFirst) Create(declared, operation);
        else Delete(declared.Key(), retain: true);
        await Wait(2);
        if (createFirst) Delete(declared.Key(), retain: true);
        else Create(declared, operation);
    }

    /// <summary>All go; a new one comes, begins to work, and within the same second another one comes that sorts before it.</summary>
    private async Task TwinsAsync(TrafficMirrorSession declared, OperationState operation)
    {
        foreach (var other in _world.Store.Objects.Where(other => other.Session() == declared.Session()).ToList())
            Delete(other.Key(), retain: true);
        await Wait(25);
        if (_world.IsHealed) return;
        var now = _world.Loop.Time.GetUtcNow();
        await Task.Delay(TimeSpan.FromMilliseconds(1001 - now.Millisecond), _process.Time);
        Create(declared, operation);
        await Wait(0.9);
        Create(declared, operation);
    }

    private void Create(TrafficMirrorSession former, OperationState operation)
    {
        if (_world.IsHealed || _world.Store.Objects.Count >= MostObjects) return;
        // Later ones sort first.
        var name = $"h{999 - ++_created:000}";
        var ids = _random.Next(3) == 0 ? former.Spec.SourceIds : SpecMaker.TakenBack(former.Spec.SourceIds, operation);
        _world.Store.Declare(former with
        {
            Metadata = new ObjectMeta { Name = name, Namespace = SpecMaker.AnyNamespace(_random) },
            Spec = former.Spec with { SourceIds = ids, DeletionPolicy = SpecMaker.Deletion(_random) },
            Status = null,
        });
        _process.Trace($"creates {name} beside {former.Key()}");
    }

    private void Delete(ObjectKey key, bool retain)
    {
        if (_world.Store.Objects.All(declared => declared.Key() != key)) return;
        if (retain) _world.Store.EditSpec(key, spec => spec with { DeletionPolicy = DeletionPolicy.Retain });
        _world.Store.Delete(key);
        _process.Trace($"deletes {key}");
    }

    private Task Wait(double seconds) => Task.Delay(TimeSpan.FromSeconds(seconds * _random.NextDouble()), _process.Time);
}
