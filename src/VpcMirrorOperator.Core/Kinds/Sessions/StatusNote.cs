using Microsoft.Extensions.Logging;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Kubernetes.Control;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.Storage;

namespace VpcMirrorOperator.Kinds.Sessions;

/// <summary>A status write that may fail without harm: it only tells what the next look finds out anyway.</summary>
internal static class StatusNote
{
    public static async ValueTask TryWriteAsync(
        IObjectStore<TrafficMirrorSession> store, TrafficMirrorSession read, TrafficMirrorSessionStatus status, ILogger logger, CancellationToken cancellationToken)
    {
        try
        {
            await store.WriteStatusAsync(read, status, cancellationToken);
        }
        catch (ConflictException)
        {
            // Somebody else changed the object: their change brings the key back.
        }
#pragma warning disable CA1031 // The next look meets the same trouble, and reports it.
        catch (Exception e) when (e is not OperationCanceledException)
#pragma warning restore CA1031
        {
            SessionLog.NoteLost(logger, read.Key(), e.Message);
        }
    }
}
