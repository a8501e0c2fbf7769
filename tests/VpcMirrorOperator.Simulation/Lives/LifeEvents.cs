using VpcMirrorOperator.Api.TrafficMirrorFilters;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Simulation.Lives;

/// <summary>What users, backups and others do to objects and cloud, by the profile of the world.</summary>
internal sealed partial class LifeEvents
{
    private readonly LifeWorld _world;
    private readonly Random _random;
    private readonly LifeMaker _make;
    private readonly SomebodyElse _else;
    private readonly Dictionary<ObjectKey, TrafficMirrorSession> _sessions;
    private readonly Dictionary<ObjectKey, TrafficMirrorFilter> _filters;
    private readonly Dictionary<ObjectKey, TrafficMirrorSessionStatus?> _backups = [];
    private readonly Dictionary<ObjectKey, TrafficMirrorFilterStatus?> _filterBackups = [];
    private string? _read;
    private bool _isOverdue;

    public LifeEvents(LifeWorld world, Random random)
    {
        (_world, _random, _make, _else) = (world, random, new LifeMaker(random), new SomebodyElse(world, random));
        _sessions = world.Sessions.Objects.ToDictionary(one => one.Key());
        _filters = world.Filters.Objects.ToDictionary(one => one.Key());
    }

    /// <summary>One thing that happens.</summary>
    public void One()
    {
        var what = Of(_world.Profile);
        what[_random.Next(what.Length)]();
    }

    /// <summary>What ends the run, when all trouble is over.</summary>
    public async Task EndAsync()
    {
        if (_world.DefinitionsGoneAt is not null || _world.Profile is not LifeProfile.Whole) return;
        foreach (var key in _sessions.Keys.Concat(_filters.Keys).OrderBy(_ => _random.Next()).ToList())
        {
            Revive(key);
            DeleteObject(key);
            await Task.Delay(TimeSpan.FromSeconds(_random.NextDouble() * 20), _world.Loop.Time);
        }
    }

    private Action[] Of(LifeProfile profile) => profile switch
    {
        LifeProfile.One => [.. Statuses, .. Edits],
        LifeProfile.Filter => [.. Statuses, Delete, Delete, Recreate, Recreate, EditRules],
        LifeProfile.Hand => [.. Statuses, .. Edits, Delete, Recreate, Recreate, () => Foreign(_else.Delete)],
        LifeProfile.Foreign => [.. Statuses, .. Others, Delete, Recreate],
        LifeProfile.Arrears => [.. Statuses, Lock, Lock, Lock, Pay, RecreateAnnotation, EditSources, () => EditPriority()],
        LifeProfile.Priority => [EditPriority, EditPriority, EditPriority, EditTarget, TakePriority, EditSources],
        LifeProfile.Altered => [ChangeKnown, ChangeKnown, ChangeKnown, See, Accept, Accept, LoseStatus, EditSources],
        LifeProfile.Adopt => [ChangeKnown, ChangeKnown, See, Accept, EditDeclared, EditDeclared, EditPolicy, EditSources, Delete, Recreate],
        LifeProfile.Two => [ChangeKnown, EditTarget, EditDeclared, EditSources, Delete, Recreate],
        LifeProfile.Folder => [.. Statuses, Delete, DeleteAll, Recreate, Recreate, Recreate, EditRules, EditReference,
            () => Foreign(_else.Delete)],
        LifeProfile.Move => [Move, Move, Delete, LoseStatus, EditTarget, Recreate],
        LifeProfile.Share => [Claim, Claim, Delete, DeleteAdopted, DeleteAdopted, Recreate, EditTarget, EditSources],
        LifeProfile.Uninstall => [Delete, Recreate, EditSources, EditRules, LoseStatus, Uninstall],
        LifeProfile.Rules => [EditRules, EditRules, EditRules, EditRules, ChangeRules, Delete, Recreate, EditPolicy],
        LifeProfile.Whole => [.. Statuses, .. Edits, EditRules, EditRules, EditReference, EditDeclared],
        _ => [.. Statuses, .. Edits, .. Others, Delete, DeleteAll, Recreate, Recreate, EditRules, EditRules, ChangeRules, EditReference,
            EditPolicy, EditDeclared, ChangeKnown, Accept, Claim, EditDeletion],
    };

    private Action[] Statuses => [LoseStatus, Backup, Backup, Restore, Restore];

    private Action[] Edits => [EditPriority, EditTarget, EditSources, EditSources];

    private Action[] Others =>
        [() => Foreign(_else.Delete), () => Foreign(_else.Strip), () => Foreign(_else.Copy), () => Foreign(_else.ChangeSession),
            () => Foreign(_else.ChangeSources), TakePriority];

    private void EditSession(Func<SessionDeclaration, SessionDeclaration> edit) =>
        Edit(spec => spec.Session is { } session && spec.TrafficMirrorSessionId is null ? spec with { Session = edit(session) } : spec);

    private void Edit(Func<TrafficMirrorSessionSpec, TrafficMirrorSessionSpec> edit)
    {
        if (_world.Sessions.Objects.Count == 0) return;
        var session = _world.Sessions.Objects.ElementAt(_random.Next(_world.Sessions.Objects.Count));
        Note($"edits {session.Key()}");
        _world.Sessions.EditSpec(session.Key(), edit);
    }

    private IEnumerable<ObjectKey> Keys() =>
        [.. _world.Sessions.Objects.Select(one => one.Key()), .. _world.Filters.Objects.Select(one => one.Key())];

    private ObjectKey? AnyKey()
    {
        var keys = Keys().ToList();
        return keys.Count == 0 ? null : keys[_random.Next(keys.Count)];
    }

    private void Note(string text) => _world.Loop.Trace.Add("user", text);
}
