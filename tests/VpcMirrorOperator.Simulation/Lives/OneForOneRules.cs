using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Simulation.Lives;

/// <summary>
/// Never two sessions, nor two filters, for one object, in whichever of its lives it made them (rules S3 and S4). What somebody took the
/// tags off counts no more: no rule can find it again once the status is lost, too.
/// </summary>
internal sealed class OneForOneRules(LifeWorld world)
{
    private HashSet<string> _before = [];

    public void BeforeWrite(LifeCall call)
    {
        if (call.Creates) _before = [.. world.Truth.Things.Select(one => one.Id)];
    }

    public void AfterWrite(LifeCall call, Intent intent)
    {
        if (!call.Creates) return;
        var key = intent.Object.Metadata.Key;
        foreach (var made in world.Truth.Things.Where(one => !_before.Contains(one.Id)).ToList()) Made(made, key);
    }

    private void Made(Thing made, ObjectKey key)
    {
        world.Truth.NoteMade(made.Id, key);
        world.Loop.Trace.Add("truth", $"{key} made {made.Id}");
        var all = world.Truth.MadeBy(key, made.IsSession);
        world.Require(all.Count == 1, $"{key} has {string.Join(" and ", all.Select(one => one.Id))}");
    }
}
