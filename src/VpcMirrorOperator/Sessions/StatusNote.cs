using VpcMirrorOperator.Api;
using VpcMirrorOperator.Kubernetes.Control;
using VpcMirrorOperator.Storage;

namespace VpcMirrorOperator.Sessions;

/// <summary>A status write that may fail without harm: it only tells what the next look finds out anyway.</summary>
internal static class StatusNote
{
    public static async ValueTask TryWriteAsync(
        ISessionStore store, TrafficMirrorSession read, TrafficMirrorSessionStatus status, CancellationToken ct)
    {
        try
        {
            await store.WriteStatusAsync(read, status, ct);
        }
        catch (ConflictException)
        {
            // Somebody else changed the object: their change brings the key back.
        }
    }
}
