using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.Simulation.Loop;

namespace VpcMirrorOperator.Simulation.Scenario;

/// <summary>
/// Somebody else who makes exactly the change that an operation of ours is about, seconds after it was recorded; and a user who then takes
/// the edit back that our operation came from.
/// </summary>
internal sealed class Imitator
{
    private readonly MirrorWorld _world;
    private readonly Random _random;
    private readonly SimProcess _process;

    public Imitator(MirrorWorld world)
    {
        (_world, _random, _process) = (world, world.Loop.RandomFor("imitator"), world.Loop.CreateProcess("imitator"));
        world.Rules.Intended += Intended;
    }

    private void Intended(TrafficMirrorSession declared, OperationState operation)
    {
        if (_world.IsHealed || _random.Next(2) == 0) return;
        _process.Start(() => ImitateAsync(declared, operation));
        if (_random.Next(3) > 0) _process.Start(() => TakeBackAsync(declared.Key(), operation));
    }

    private async Task ImitateAsync(TrafficMirrorSession declared, OperationState operation)
    {
        await Wait(8);
        var session = declared.Spec.TrafficMirrorSessionId!;
        var code = operation.Verb == OperationVerb.Add
            ? _world.Cloud.ForeignAdd(MirrorWorld.Account, _world.RegionOf(session), session, operation.Ids)
            : _world.Cloud.ForeignRemove(MirrorWorld.Account, _world.RegionOf(session), session, operation.Ids);
        _process.Trace($"imitates {operation.Verb} {string.Join(',', operation.Ids)}: {code}");
    }

    private async Task TakeBackAsync(ObjectKey key, OperationState operation)
    {
        await Wait(16);
        if (_world.IsHealed || _world.Store.Objects.FirstOrDefault(declared => declared.Key() == key) is null) return;
        _world.Store.EditSpec(key, spec => spec with { SourceIds = SpecMaker.TakenBack(spec.SourceIds, operation) });
        _process.Trace($"takes back {operation.Verb} {string.Join(',', operation.Ids)} of {key}");
    }

    private Task Wait(int seconds) => Task.Delay(TimeSpan.FromSeconds(seconds * _random.NextDouble()), _process.Time);
}
