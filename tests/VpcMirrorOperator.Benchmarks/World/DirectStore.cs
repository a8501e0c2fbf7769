using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Kinds.Sessions;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.Simulation.Scenario;
using VpcMirrorOperator.Storage;

namespace VpcMirrorOperator.Benchmarks.World;

/// <summary>The store without lag or failures: what is measured is the engine and the cloud, not an API server.</summary>
internal sealed class DirectStore(SimStore store) : IObjectStore<TrafficMirrorSession>
{
    public TrafficMirrorSession? Find(ObjectKey key) => store.Get(key);

    public IReadOnlyCollection<TrafficMirrorSession> List() => store.Objects;

    public IReadOnlyCollection<TrafficMirrorSession> ClaimantsOf(string identity) =>
        [.. store.Objects.Where(declared => SessionKind.Resource.Identity(declared) == identity)];

    public ValueTask<TrafficMirrorSession> WriteStatusAsync(
        TrafficMirrorSession read, TrafficMirrorSession changed, CancellationToken cancellationToken) =>
        ValueTask.FromResult(store.WriteStatus(read, changed.Status!));

    public ValueTask<TrafficMirrorSession> WriteFinalizersAsync(
        TrafficMirrorSession read, IReadOnlyList<string> finalizers, CancellationToken cancellationToken) =>
        ValueTask.FromResult(store.WriteFinalizers(read, finalizers));

    public ValueTask<TrafficMirrorSession> CreateAsync(TrafficMirrorSession item, CancellationToken cancellationToken) =>
        ValueTask.FromResult(store.Create(item));

    public ValueTask<TrafficMirrorSession> ChangeAsync(
        TrafficMirrorSession read, TrafficMirrorSession changed, CancellationToken cancellationToken) =>
        ValueTask.FromResult(store.Change(read, changed));

    public ValueTask DeleteAsync(TrafficMirrorSession read, CancellationToken cancellationToken)
    {
        store.Delete(read);
        return ValueTask.CompletedTask;
    }

    public ValueTask<bool> IsKindGoingAwayAsync(CancellationToken cancellationToken) => ValueTask.FromResult(false);
}
