using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorFilters;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Simulation.Lives;

/// <summary>What users, backups and others do to objects and cloud, by the profile of the world.</summary>
internal sealed class LifeEvents
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
        LifeProfile.Folder => [.. Statuses, Delete, DeleteAll, Recreate, Recreate, Recreate, EditRules, EditReference, () => Foreign(_else.Delete)],
        LifeProfile.Move => [Move, Move, Delete, LoseStatus, EditTarget, Recreate],
        LifeProfile.Share => [Claim, Claim, Delete, Delete, Recreate, EditTarget, EditSources],
        LifeProfile.Uninstall => [Delete, Recreate, EditSources, EditRules, LoseStatus, Uninstall],
        LifeProfile.Rules => [EditRules, EditRules, EditRules, EditRules, ChangeRules, Delete, Recreate, EditPolicy],
        LifeProfile.Whole => [.. Statuses, .. Edits, EditRules, EditRules, EditReference, EditDeclared],
        _ => [.. Statuses, .. Edits, .. Others, Delete, DeleteAll, Recreate, Recreate, EditRules, EditRules, ChangeRules, EditReference, EditPolicy,
            EditDeclared, ChangeKnown, Accept, Claim, EditDeletion],
    };

    private Action[] Statuses => [LoseStatus, Backup, Backup, Restore, Restore];

    private Action[] Edits => [EditPriority, EditTarget, EditSources, EditSources];

    private Action[] Others =>
        [() => Foreign(_else.Delete), () => Foreign(_else.Strip), () => Foreign(_else.Copy), () => Foreign(_else.ChangeSession),
            () => Foreign(_else.ChangeSources), TakePriority];

    // ---- the API server

    private void LoseStatus()
    {
        var key = AnyKey();
        Note($"loses the status of {key}");
        if (key is { } known) Replace(known, null, null);
    }

    private void Backup()
    {
        if (AnyKey() is not { } key) return;
        if (_world.Sessions.Find(key) is { } session) _backups[key] = session.Status;
        else if (_world.Filters.Find(key) is { } filter) _filterBackups[key] = filter.Status;
        Note($"backs {key} up");
    }

    private void Restore()
    {
        if (AnyKey() is not { } key) return;
        if (!_backups.TryGetValue(key, out var old) & !_filterBackups.TryGetValue(key, out var older)) return;
        Note($"restores the status of {key}");
        Replace(key, old, older);
    }

    private void Replace(ObjectKey key, TrafficMirrorSessionStatus? status, TrafficMirrorFilterStatus? ofFilter)
    {
        if (_world.Sessions.Find(key) is { } session)
        {
            _world.Intents.Forget(session.Metadata.Uid);
            _world.Sessions.RestoreStatus(key, status);
        }
        else if (_world.Filters.Find(key) is { } filter)
        {
            _world.Intents.Forget(filter.Metadata.Uid);
            _world.Filters.RestoreStatus(key, ofFilter);
        }
    }

    private void Uninstall()
    {
        if (_random.Next(6) > 0 || _world.DefinitionsGoneAt is not null) return;
        Note("deletes the definitions");
        _world.DefinitionsGoneAt = _world.Loop.Time.Elapsed;
        foreach (var key in Keys()) DeleteObject(key);
    }

    // ---- users

    private void Delete()
    {
        if (AnyKey() is { } key) DeleteObject(key);
    }

    /// <summary>kubectl delete -f of the folder, in one order or the other.</summary>
    private void DeleteAll()
    {
        var keys = Keys().ToList();
        if (_random.Next(2) == 0) keys.Reverse();
        foreach (var key in keys) DeleteObject(key);
    }

    private void DeleteObject(ObjectKey key)
    {
        Note($"deletes {key}");
        if (_world.Sessions.Find(key) is not null) _world.Sessions.Delete(key);
        else if (_world.Filters.Find(key) is not null) _world.Filters.Delete(key);
    }

    /// <summary>An object under a name that it had before.</summary>
    private void Recreate()
    {
        if (_world.DefinitionsGoneAt is not null) return;
        var gone = _sessions.Keys.Where(key => _world.Sessions.Find(key) is null)
            .Concat(_filters.Keys.Where(key => _world.Filters.Find(key) is null)).ToList();
        if (gone.Count > 0) Revive(gone[_random.Next(gone.Count)]);
    }

    private void Revive(ObjectKey key)
    {
        Note($"declares {key} again");
        if (_sessions.TryGetValue(key, out var session) && _world.Sessions.Find(key) is null)
            _world.Sessions.Declare(session with { Metadata = Fresh(session.Metadata), Status = null });
        else if (_filters.TryGetValue(key, out var filter) && _world.Filters.Find(key) is null)
            _world.Filters.Declare(filter with { Metadata = Fresh(filter.Metadata), Status = null });
    }

    private static ObjectMeta Fresh(ObjectMeta metadata) => new() { Name = metadata.Name, Namespace = metadata.Namespace };

    private void EditSources() => Edit(session => session with { SourceIds = _make.Sources() });

    private void EditPriority() => EditSession(session => session with { Priority = _random.Next(10, 14) });

    private void EditTarget() => EditSession(session => session with { Target = _make.AnyTarget() });

    private void EditReference() => EditSession(session => (session.FilterRef, _random.Next(2)) switch
    {
        (null, _) when _filters.Count > 0 => session with
        {
            FilterId = null, FilterRef = new FilterObjectRef { Name = _filters.Keys.ElementAt(_random.Next(_filters.Count)).Name },
        },
        _ => session with { FilterRef = null, FilterId = _random.Next(2) == 0 ? LifeCloud.FilterId : "tmf-other" },
    });

    private void EditPolicy()
    {
        var policy = (ManagementPolicy?)(_random.Next(4) switch { 0 => ManagementPolicy.Observe, 1 => ManagementPolicy.AddOnly, _ => null });
        if (AnyKey() is not { } key) return;
        Note($"edits the policy of {key}");
        if (_world.Sessions.Find(key) is not null) _world.Sessions.EditSpec(key, spec => spec with { ManagementPolicy = policy });
        else if (_world.Filters.Find(key) is not null) _world.Filters.EditSpec(key, spec => spec with { ManagementPolicy = policy });
    }

    private void EditDeletion() => Edit(spec => spec with
    {
        DeletionPolicy = spec.TrafficMirrorSessionId is null && _random.Next(2) == 0 ? DeletionPolicy.Delete : DeletionPolicy.Retain,
    });

    /// <summary>An adopted session may be declared at any time, and its declaration be taken off.</summary>
    private void EditDeclared()
    {
        foreach (var adopted in _world.Sessions.Objects.Where(one => !one.Creates()).ToList())
            if (_random.Next(2) == 0) _world.Sessions.EditSpec(adopted.Key(), spec => spec with { Session = _make.Part() });
        Note("edits what is declared of adopted sessions");
    }

    private void EditRules()
    {
        if (_world.Filters.Objects.Count == 0) return;
        var filter = _world.Filters.Objects.ElementAt(_random.Next(_world.Filters.Objects.Count));
        Note($"edits the rules of {filter.Key()}");
        _world.Filters.EditSpec(filter.Key(), spec => spec.EgressRules is not null && _random.Next(3) == 0
            ? spec with { EgressRules = _make.Edit(spec.EgressRules) }
            : spec with { IngressRules = _make.Edit(spec.IngressRules) });
    }

    private void See() => _read = _world.Sessions.Objects.Select(one => one.Status?.Alteration?.Hash).FirstOrDefault(hash => hash is not null);

    private void Accept()
    {
        foreach (var altered in _world.Sessions.Objects.Where(one => one.Status?.Alteration is not null).ToList())
            _world.Sessions.Annotate(
                altered.Key(), Annotations.AcceptedSession, _read is not null && _random.Next(2) == 0 ? _read : altered.Status!.Alteration!.Hash);
        Note("accepts what is altered");
    }

    private void Move()
    {
        ObjectKey from = new(LifeWorld.OwnNamespace, "a"), to = new("another", "a");
        if (_world.Sessions.Find(from) is not { } old || _world.Sessions.Find(to) is not null) return;
        Note($"copies {from} to {to}, with its status");
        _world.Sessions.Declare(old with { Metadata = new ObjectMeta { Name = to.Name, Namespace = to.Namespace }, Status = null });
        _world.Sessions.RestoreStatus(to, old.Status is null ? null : new TrafficMirrorSessionStatus
        {
            TrafficMirrorSessionId = old.Status.TrafficMirrorSessionId, Session = old.Status.Session,
        });
    }

    /// <summary>Another object adopts by id what one created.</summary>
    private void Claim()
    {
        var made = _world.Truth.Made.ToList();
        if (made.Count == 0) return;
        var thing = made[_random.Next(made.Count)];
        ObjectKey key = new(LifeWorld.OwnNamespace, thing.IsSession ? "claimant" : "filter-claimant");
        Note($"adopts {thing.Id}");
        if (thing.IsSession && _world.Sessions.Find(key) is null)
            _world.Sessions.Declare(_make.Adopted(key.Name, new SessionDeclaration { Target = _make.AnyTarget() }, thing.Id));
        else if (!thing.IsSession && _world.Filters.Find(key) is null) _world.Filters.Declare(_make.Filter(key.Name, thing.Id));
    }

    // ---- others

    private void Foreign(Action<string> act)
    {
        var made = _world.Truth.Made.ToList();
        if (made.Count > 0) act(made[_random.Next(made.Count)].Id);
    }

    private void TakePriority() => _else.TakePriority(_random.Next(10, 14));

    private void ChangeKnown()
    {
        if (_world.Truth.Session(LifeCloud.SessionId) is not null) _else.ChangeSession(LifeCloud.SessionId);
    }

    private void ChangeRules()
    {
        var filters = _world.Truth.Region.Filters;
        if (filters.Count > 0) _else.ChangeRules(filters[_random.Next(filters.Count)].Id);
    }

    private void Lock()
    {
        if (_isOverdue || _random.Next(3) > 0) return;
        _isOverdue = true;
        Note("payment is overdue");
        _world.Cloud.SetOverdue(LifeCloud.Account, true);
    }

    private void Pay()
    {
        if (!_isOverdue || _random.Next(3) > 0) return;
        _isOverdue = false;
        Note("pays");
        _world.Cloud.SetOverdue(LifeCloud.Account, false);
    }

    private void RecreateAnnotation()
    {
        foreach (var one in _world.Sessions.Objects.Where(one => one.SessionId() is not null).ToList())
            if (_random.Next(4) == 0) _world.Sessions.Annotate(one.Key(), Annotations.Recreate, one.SessionId()!);
    }

    // ---- choice

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
