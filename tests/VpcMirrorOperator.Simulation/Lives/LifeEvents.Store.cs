using VpcMirrorOperator.Api.TrafficMirrorFilters;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Simulation.Lives;

/// <summary>What becomes of objects at the API server.</summary>
internal sealed partial class LifeEvents
{
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
}
