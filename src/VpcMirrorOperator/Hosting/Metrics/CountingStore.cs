using VpcMirrorOperator.Api;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.Storage;

namespace VpcMirrorOperator.Hosting.Metrics;

/// <summary>A store whose status writes are counted.</summary>
internal sealed class CountingStore(ISessionStore store, OperationCounts counts, TimeProvider time) : ISessionStore
{
    /// <inheritdoc/>
    public TrafficMirrorSession? Find(ObjectKey key) => store.Find(key);

    /// <inheritdoc/>
    public IReadOnlyCollection<TrafficMirrorSession> List() => store.List();

    /// <inheritdoc/>
    public IReadOnlyCollection<TrafficMirrorSession> ClaimantsOf(SessionRef session) => store.ClaimantsOf(session);

    /// <inheritdoc/>
    public async ValueTask<TrafficMirrorSession> WriteStatusAsync(
        TrafficMirrorSession read, TrafficMirrorSessionStatus status, CancellationToken cancellationToken)
    {
        var written = await store.WriteStatusAsync(read, status, cancellationToken);
        counts.Count(read, written, time.GetUtcNow());
        return written;
    }
}
