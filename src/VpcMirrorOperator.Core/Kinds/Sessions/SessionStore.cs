using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Storage;

namespace VpcMirrorOperator.Kinds.Sessions;

/// <summary>The store's members in the words of sessions.</summary>
internal static class SessionStore
{
    extension(IObjectStore<TrafficMirrorSession> store)
    {
        /// <inheritdoc cref="IObjectStore{T}.WriteStatusAsync"/>
        public ValueTask<TrafficMirrorSession> WriteStatusAsync(
            TrafficMirrorSession read, TrafficMirrorSessionStatus status, CancellationToken cancellationToken) =>
            store.WriteStatusAsync(read, read with { Status = status }, cancellationToken);

        /// <summary>The objects that name this session.</summary>
        public IReadOnlyCollection<TrafficMirrorSession> ClaimantsOf(SessionRef session) => store.ClaimantsOf(session.Identity);
    }
}
