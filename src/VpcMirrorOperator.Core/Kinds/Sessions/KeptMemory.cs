using Microsoft.Extensions.Logging;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Engine.Status;
using VpcMirrorOperator.Kinds.Sessions.Planning;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.Storage;

namespace VpcMirrorOperator.Kinds.Sessions;

/// <summary>Keeps the annotation <see cref="Annotations.Memory"/> in line with the status (rules S9 and S10).</summary>
internal sealed class KeptMemory(IObjectStore<TrafficMirrorSession> store, ISessionEvents? events, ILogger logger)
{
    /// <summary>
    /// Writes it if it says something new: after the status, which it is made of. It may fail without harm: the next reconcile does it.
    /// </summary>
    /// <param name="declared">The object as stored, with its status.</param>
    /// <param name="isFirstLook">
    /// Whether this process sees the session for the first time: an object that declares its sources only has its memory kept at the look
    /// after it, so that ten thousand of them at a start write their status and nothing else.
    /// </param>
    /// <param name="cancellationToken">Gives the write up.</param>
    /// <returns>The object as stored; null when it is still to be kept.</returns>
    public async ValueTask<TrafficMirrorSession?> KeepAsync(
        TrafficMirrorSession declared, bool isFirstLook, CancellationToken cancellationToken)
    {
        if (isFirstLook && declared.Spec.Session is null) return null;
        if (declared.IsBeingDeleted()) return declared;
        if (Baselines.Of(declared) is not { } now) return declared;
        var (kept, text) = (Baselines.Kept(declared), now.Text());
        if (kept is not null && kept.Text() == text) return declared;
        try
        {
            var stored = await store.AnnotateAsync(declared, Annotations.Memory, text, cancellationToken);
            // What is found in order, and declares nothing of the session itself, is no news.
            var isNew = declared.Spec.Session is not null && kept?.SessionId != now.SessionId && !now.Values.IsEmpty
                && !ReferenceEquals(stored, declared);
            if (isNew)
                events?.Record(
                    stored, SessionEventType.Normal, Reasons.BaselineTaken, $"What is not declared is judged by: {Told(now)}.");
            return stored;
        }
        catch (ConflictException)
        {
            return null;
        }
#pragma warning disable CA1031 // The next reconcile meets the same trouble, and tries again.
        catch (Exception e) when (e is not OperationCanceledException)
#pragma warning restore CA1031
        {
            logger.StatusNotWritten(declared.Key(), e.Message);
            return null;
        }
    }

    private static string Told(Baselines baselines) => string.Join(", ", baselines.Values.Select(value => $"{value.Key} {value.Value}"));
}
