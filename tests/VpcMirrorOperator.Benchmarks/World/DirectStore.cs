using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Kinds.Sessions;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.Simulation.Scenario;
using VpcMirrorOperator.Storage;

namespace VpcMirrorOperator.Benchmarks.World;

/// <summary>The store without lag or failures: what is measured is the engine and the cloud, not an API server.</summary>
/// <param name="store">Keeps the objects.</param>
/// <param name="statusWrite">How long a status write takes.</param>
/// <param name="time">The clock.</param>
internal sealed class DirectStore(SimStore store, TimeSpan statusWrite, TimeProvider time) : IObjectStore<TrafficMirrorSession>
{
    private readonly ILookup<string, ObjectKey> _byIdentity = store.Objects.ToLookup(SessionKind.Resource.Identity, item => item.Key());

    public TrafficMirrorSession? Find(ObjectKey key) => store.Get(key);

    public IReadOnlyCollection<TrafficMirrorSession> List() => store.Objects;

    public IReadOnlyCollection<TrafficMirrorSession> ClaimantsOf(string identity) =>
        [.. _byIdentity[identity].Select(store.Get)];

    public async ValueTask<TrafficMirrorSession> WriteStatusAsync(
        TrafficMirrorSession read, TrafficMirrorSession changed, CancellationToken cancellationToken)
    {
        if (statusWrite > TimeSpan.Zero) await Task.Delay(statusWrite, time, cancellationToken);
        return store.WriteStatus(read, changed.Status!);
    }

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
