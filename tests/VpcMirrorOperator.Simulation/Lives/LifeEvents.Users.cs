using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Simulation.Lives;

/// <summary>What users do.</summary>
internal sealed partial class LifeEvents
{
    private void Delete()
    {
        if (AnyKey() is { } key) DeleteObject(key);
    }

    /// <summary>Deletes an object whose session or filter another one has adopted.</summary>
    private void DeleteAdopted()
    {
        var adopted = _world.Sessions.Objects.Select(one => one.Spec.TrafficMirrorSessionId)
            .Concat(_world.Filters.Objects.Select(one => one.Spec.TrafficMirrorFilterId)).ToHashSet(StringComparer.Ordinal);
        if (_world.Truth.Made.FirstOrDefault(one => adopted.Contains(one.Id)) is { } thing)
            DeleteObject(_world.Truth.MakerOf(thing.Id)!.Value);
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
        ManagementPolicy? policy = _random.Next(4) switch { 0 => ManagementPolicy.Observe, 1 => ManagementPolicy.AddOnly, _ => null };
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

    private void See() =>
        _read = _world.Sessions.Objects.Select(one => one.Status?.Alteration?.Hash).FirstOrDefault(hash => hash is not null);

    private void Accept()
    {
        foreach (var altered in _world.Sessions.Objects.Where(one => one.Status?.Alteration is not null).ToList())
            _world.Sessions.Annotate(
                altered.Key(), Annotations.AcceptedSession,
                _read is not null && _random.Next(2) == 0 ? _read : altered.Status!.Alteration!.Hash);
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
}
