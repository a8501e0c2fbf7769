using VpcMirrorOperator.Api.Shared;

namespace VpcMirrorOperator.Simulation.Lives;

/// <summary>
/// Whose a session or filter is (rules S2 and S5): never a Delete of what was adopted, or is somebody else's, or another living object
/// names by id; never a write by who neither made it nor names it. The tag is the proof: whoever copies it hands the session over.
/// </summary>
internal sealed class RightRules
{
    /// <summary>A tag that was taken off may still be listed, and the call be on its way.</summary>
    private static readonly TimeSpan TagsShow = TimeSpan.FromSeconds(100);

    /// <summary>Until every operator knows of another object.</summary>
    private static readonly TimeSpan WatchLag = TimeSpan.FromSeconds(15);

    private readonly LifeWorld _world;

    public RightRules(LifeWorld world)
    {
        _world = world;
        world.Intents.Recorded += CheckDeletion;
    }

    public void Check(LifeCall call, Intent intent)
    {
        if (TargetOf(call) is not { } thing) return;
        var key = intent.Object.Metadata.Key;
        var carries = thing.Mark == CloudTruth.MarkOf(key, intent.Session is not null);
        var made = _world.Truth.MakerOf(thing.Id) == key;
        if (call.Deletes)
        {
            var off = made && _world.Truth.IsStripped(thing.Id) && _world.Truth.WasTouched(thing.Id, TagsShow);
            _world.Require(carries || off, $"{key} deletes {thing.Id}, which is not its own");
            return;
        }

        _world.Require(carries || made || NamedId(intent) == thing.Id, $"{key} writes {thing.Id} by {call.Action}, which is not its own");
    }

    /// <summary>The session or filter that a call is about; null for one that is not there.</summary>
    private Thing? TargetOf(LifeCall call) => call.Action == "UpdateTrafficMirrorFilterRuleAttribute"
        ? _world.Truth.Find(_world.Truth.Region.Filters.FirstOrDefault(one => one.Rules.Any(rule => rule.Id == call.Target))?.Id)
        : _world.Truth.Find(call.Target);

    private void CheckDeletion(Intent intent)
    {
        if (intent.Operation.Verb != OperationVerb.Delete) return;
        var key = intent.Object.Metadata.Key;
        _world.Require(intent.Object.Metadata.DeletionTimestamp is not null, $"{key} deletes what it has, and lives");
        _world.Require(NamedId(intent) is null, $"{key} deletes what it adopted");
        _world.Require(
            _world.DefinitionsGoneAt is not { } gone || _world.Loop.Time.Elapsed < gone + WatchLag, $"{key} deletes during an uninstall");
        var adopter = AdoptersOf(intent).FirstOrDefault(
            one => one.Metadata.Key != key && one.Metadata.DeletionTimestamp is null
                && _world.Now - one.Metadata.CreationTimestamp > WatchLag);
        _world.Require(adopter is null, $"{key} deletes {intent.Operation.Target}, which {adopter?.Metadata.Key} names by id");
    }

    private IEnumerable<IResource> AdoptersOf(Intent intent) => intent.Session is not null
        ? _world.Sessions.Objects.Where(one => one.Spec.TrafficMirrorSessionId == intent.Operation.Target)
        : _world.Filters.Objects.Where(one => one.Spec.TrafficMirrorFilterId == intent.Operation.Target);

    private static string? NamedId(Intent intent) =>
        intent.Session?.Spec.TrafficMirrorSessionId ?? intent.Filter?.Spec.TrafficMirrorFilterId;
}
