using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Simulation.Lives;

/// <summary>The last life of each object that is gone, and what was ever adopted.</summary>
internal sealed class GoneObjects
{
    private readonly Dictionary<ObjectKey, IResource> _last = [];
    private readonly HashSet<string> _held = new(StringComparer.Ordinal);
    private readonly HashSet<string> _adopted = new(StringComparer.Ordinal);

    public GoneObjects(LifeWorld world)
    {
        world.Sessions.Changed += (one, _) => Follow(one, one.Spec.TrafficMirrorSessionId);
        world.Filters.Changed += (one, _) => Follow(one, one.Spec.TrafficMirrorFilterId);
        world.Sessions.Removed += one => _last[one.Key()] = one;
        world.Filters.Removed += one => _last[one.Key()] = one;
    }

    /// <summary>The object as it was last, if the operator ever had the chance to hold it; null otherwise.</summary>
    public IResource? Last(ObjectKey key) =>
        _last.GetValueOrDefault(key) is { } gone && _held.Contains(gone.Metadata.Uid) ? gone : null;

    /// <summary>Whether an object ever named it by id.</summary>
    public bool WasAdopted(string id) => _adopted.Contains(id);

    private void Follow(IResource one, string? id)
    {
        if (one.Metadata.Finalizers.Count > 0) _held.Add(one.Metadata.Uid);
        if (id is not null) _adopted.Add(id);
    }
}
