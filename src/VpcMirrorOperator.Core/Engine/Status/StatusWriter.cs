using Microsoft.Extensions.Logging;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.Storage;

namespace VpcMirrorOperator.Engine.Status;

/// <summary>The only way by which a status is written: it compares, logs the transition, and writes.</summary>
/// <typeparam name="T">The kind.</typeparam>
/// <param name="kind">The kind.</param>
/// <param name="store">Where its objects live.</param>
/// <param name="logger">Receives a line for each new reason of <c>Ready</c>.</param>
internal sealed class StatusWriter<T>(ResourceKind<T> kind, IObjectStore<T> store, ILogger logger)
    where T : class, IResource
{
    /// <summary>Writes whatever is new or not: an intent must be stored, with its fence, before a call is made.</summary>
    /// <param name="read">The object as read.</param>
    /// <param name="changed">The object with its new status.</param>
    /// <param name="cancellationToken">Gives the write up; the outcome is then unknown.</param>
    /// <returns>The object as stored.</returns>
    /// <exception cref="ConflictException">The object was changed or deleted since it was read. Nothing was written.</exception>
    public ValueTask<T> WriteAsync(T read, T changed, CancellationToken cancellationToken)
    {
        LogTransition(read, changed);
        return store.WriteStatusAsync(read, changed, cancellationToken);
    }

    /// <summary>Writes a status that says something new.</summary>
    /// <inheritdoc cref="WriteAsync"/>
    public ValueTask<T> WriteIfNewAsync(T read, T changed, CancellationToken cancellationToken) =>
        kind.SaysTheSame(read, changed) ? ValueTask.FromResult(read) : WriteAsync(read, changed, cancellationToken);

    /// <summary>Writes a status that may fail without harm: it only says what the next reconcile finds out anyway.</summary>
    /// <param name="read">The object as read.</param>
    /// <param name="changed">The object with its new status.</param>
    /// <param name="cancellationToken">Gives the write up.</param>
    public async ValueTask TryWriteIfNewAsync(T read, T changed, CancellationToken cancellationToken)
    {
        try
        {
            await WriteIfNewAsync(read, changed, cancellationToken);
        }
        catch (ConflictException)
        {
            // Somebody else changed the object: their change brings the key back.
        }
#pragma warning disable CA1031 // The next reconcile meets the same trouble, and reports it.
        catch (Exception e) when (e is not OperationCanceledException)
#pragma warning restore CA1031
        {
            logger.StatusNotWritten(read.Metadata.Key, e.Message);
        }
    }

    /// <summary>An object that only a person can help is worth a warning, like its event.</summary>
    private LogLevel Level(T changed) =>
        Conditions.IsTrue(kind.Conditions(changed), ConditionTypes.Stalled) ? LogLevel.Warning : LogLevel.Information;

    private void LogTransition(T read, T changed)
    {
        if (Conditions.Find(kind.Conditions(changed), ConditionTypes.Ready) is not { } ready) return;
        if (ready.Reason != Conditions.Find(kind.Conditions(read), ConditionTypes.Ready)?.Reason)
            logger.Transition(Level(changed), read.Metadata.Key, ready.Reason, ready.Message);
    }
}
