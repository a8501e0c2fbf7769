using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Simulation.Scenario;

/// <summary>
/// The cloud's list never differs from the declared one for longer than two drift check intervals while the object says
/// <c>Ready=True</c>. A
/// minute more is allowed for a machine that stands still. (A change by somebody else is found at the next check.)
/// </summary>
internal sealed class ReadyRules
{
    private static readonly TimeSpan Sample = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Allowed = (SpecMaker.Interval * 2.2) + TimeSpan.FromMinutes(1);

    private readonly MirrorWorld _world;
    private readonly Dictionary<string, TimeSpan> _since = new(StringComparer.Ordinal);

    public ReadyRules(MirrorWorld world)
    {
        _world = world;
        world.Loop.Time.CreateTimer(_ => Check(), null, Sample, Sample);
    }

    private void Check()
    {
        foreach (var declared in _world.Store.Objects) Check(declared);
    }

    private void Check(TrafficMirrorSession declared)
    {
        var ready = declared.Status is { } status && Conditions.IsTrue(status.Conditions, ConditionTypes.Ready);
        var uid = declared.Metadata.Uid;
        if (!ready || Verdict.IsAsDeclared(_world, declared)) _since.Remove(uid);
        else if (_since.TryAdd(uid, _world.Loop.Time.Elapsed)) return;
        else if (_world.Loop.Time.Elapsed - _since[uid] > Allowed)
            _world.Loop.Fail($"rule broken: {declared.Key()} is Ready and has differed from the cloud since {_since[uid]}");
    }
}
