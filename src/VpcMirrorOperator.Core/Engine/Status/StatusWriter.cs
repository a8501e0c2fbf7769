using Microsoft.Extensions.Logging;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.Storage;

namespace VpcMirrorOperator.Engine.Status;

/// <summary>The only way by which a status is written: it compares, logs the transition, and writes.</summary>
/// <typeparam name="T">The kind.</typeparam>
/// <param name="kind">The kind.</param>
/// <param name="store">Where its objects live.</param>
/// <param name="logger">Receives a line for each new reason of <c>Ready</c>, but for objects that are found in order.</param>
internal sealed class StatusWriter<T>(ResourceKind<T> kind, IObjectStore<T> store, ILogger logger)
    where T : class, IResource
{
    private readonly RepeatedMessage _repeats = new();

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

    /// <summary>An object that is Ready when it is first looked at is no news: there may be thousands at a start.</summary>
    private void LogTransition(T read, T changed)
    {
        if (Conditions.Find(kind.Conditions(changed), ConditionTypes.Ready) is not { } ready) return;
        var before = Conditions.Find(kind.Conditions(read), ConditionTypes.Ready);
        var isNews = ready.Reason != before?.Reason && (before is not null || ready.Status != ConditionStatus.True);
        var level = Level(changed);
        if (isNews && logger.IsEnabled(level))
            logger.Transition(level, read.Metadata.Key, ready.Reason, _repeats.Shorten(read.Metadata.Key, ready.Message));
    }
}
