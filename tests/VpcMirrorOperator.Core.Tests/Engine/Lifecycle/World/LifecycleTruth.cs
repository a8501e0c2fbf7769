using VpcMirrorOperator.Api.Shared;

namespace VpcMirrorOperator.Core.Tests.Engine.Lifecycle.World;

/// <summary>
/// What must never happen, judged by what the world knows and the operator does not. The words are those of the reports: DOUBLE, ORPHAN,
/// FOREIGNDEL, ADOPTEDDEL, FOREIGNWRITE, LEFT, RECREATED, STUCK, UNQUIET, KIND.
/// </summary>
internal sealed class LifecycleTruth
{
    private readonly Dictionary<(string Key, int Uid, OperationVerb Verb), int> _intents = [];
    private readonly List<(int At, SimCall Call)> _writes = [];

    /// <summary>The first thing that went wrong; null for nothing.</summary>
    public string? Broken { get; private set; }

    /// <summary>Things that a person took out of the operator's sight: tags off, or removed.</summary>
    public HashSet<string> Excused { get; } = [];

    public void Intends(SimObject stored, OperationVerb verb, int now) => _intents[(stored.Key, stored.Uid, verb)] = now;

    public void Wrote(int now, SimCall call) => _writes.Add((now, call));

    public void Arrives(LifecycleWorld world, SimCall call)
    {
        if (call.Operation.Target is not { } id || !world.Cloud.Things.TryGetValue(id, out var thing)) return;
        var mine = (thing.IsOurs && thing.Maker == call.Key) || IsTheMarkTheProof(world, call, thing);
        if (!mine && call.Verb == OperationVerb.Delete) Break($"FOREIGNDEL {call.Key} deletes {id} of {thing.Maker ?? "somebody"}");
        if (!mine && call.Verb == OperationVerb.Tag) Break($"FOREIGNWRITE {call.Key} writes {id} of {thing.Maker ?? "somebody"}");
        var decided = _intents.GetValueOrDefault((call.Key, call.Uid, call.Verb));
        if (call.Verb == OperationVerb.Delete && world.Objects.Values.FirstOrDefault(
            other => other.NamedId == id && other.Key != call.Key && !other.IsDeleted && other.Born <= decided) is { } adopter)
            Break($"ADOPTEDDEL {call.Key} deletes {id}, which {adopter.Key} names");
    }

    public void AfterTick(LifecycleWorld world)
    {
        var made = world.Cloud.Things.Values.Where(thing => thing.IsOurs && !Excused.Contains(thing.Id)).ToLookup(thing => thing.Maker!);
        foreach (var things in made.Where(things => things.Count() > 1))
            if (!things.Any(thing => thing.Busy?.Call.Verb == OperationVerb.Delete))
                Break($"DOUBLE {things.Key} has {string.Join(' ', things.Select(thing => thing.Id))}");
    }

    /// <summary>What must be true after a quiet time.</summary>
    public void AtTheEnd(LifecycleWorld world)
    {
        if (_writes.Find(write => write.At > world.Now - 15) is { Call: { } late }) Break($"UNQUIET {late.Key} {late.Verb}");
        foreach (var declared in world.Objects.Values.Where(declared => declared.NamedId is null)) Living(world, declared);
        foreach (var ended in world.Ended.Where(ended => ended.NamedId is null)) Gone(world, ended);
        if (world.Trouble.KindIsGoing && _writes.Any(
            write => write.Call.Verb == OperationVerb.Delete && write.At > world.Trouble.KindGoesAt + LifecycleWorld.InFlight))
            Break("KIND something was deleted although the kind is going away");
    }

    private void Living(LifecycleWorld world, SimObject declared)
    {
        var (status, things) = (declared.Status, world.Cloud.Things);
        foreach (var thing in Made(world, declared.Key))
            if (status.Id != thing.Id && status.Says != "Several" && !Excused.Contains(thing.Id))
                Break($"ORPHAN {thing.Id} of {declared.Key}, which has {status.Id} and says {status.Says}");
        if (declared.IsDeleted) Break($"STUCK deletion of {declared.Key}: {status}");
        else if (status is { Says: "Ready", Operation: not null } or { Says: null }) Break($"STUCK {declared.Key}: {status}");
        else if (status.Says == "Ready" && !things.ContainsKey(status.Id ?? ""))
            Break($"FALSE {declared.Key} is Ready without {status.Id}");
        if (declared.MayRecreate is null && world.Cloud.DeletedInArrears.Any(dead => dead.Maker == declared.Key)
            && Made(world, declared.Key).Any(thing => !Excused.Contains(thing.Id))) Break($"RECREATED {declared.Key} after arrears");
    }

    private void Gone(LifecycleWorld world, SimObject ended)
    {
        if (world.Objects.ContainsKey(ended.Key) || world.Trouble.KindIsGoing || ended != world.Ended.Last(e => e.Key == ended.Key)) return;
        if (ended.OnDeletion != VpcMirrorOperator.Engine.Lifecycle.DeletionIntent.Delete) return;
        if (world.Cloud.Things.Values.Count(thing => thing.CreatedBy == ended.Identity.CreatedBy) > 1) return;
        foreach (var thing in Made(world, ended.Key))
            if (!Excused.Contains(thing.Id) && !Named(world).Contains(thing.Id))
                Break($"LEFT {thing.Id} after the deletion of {ended.Key}");
    }

    private static IEnumerable<SimThing> Made(LifecycleWorld world, string key) =>
        world.Cloud.Things.Values.Where(thing => thing.IsOurs && thing.Maker == key);

    private static HashSet<string?> Named(LifecycleWorld world) =>
        [.. world.Objects.Values.Concat(world.Ended).Select(declared => declared.NamedId)];

    /// <summary>
    /// Whoever copies the tags hands the thing over when no other carries them; and what a person stripped cannot be told from it.
    /// </summary>
    private bool IsTheMarkTheProof(LifecycleWorld world, SimCall call, SimThing thing) =>
        Made(world, call.Key).Any(made => Excused.Contains(made.Id))
        || (!thing.IsOurs && thing.CreatedBy == call.Operation.CreatedBy && !Made(world, call.Key).Any());

    private void Break(string what) => Broken ??= what;
}
