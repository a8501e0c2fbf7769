using System.Text.Json;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Storage;

/// <summary>
/// A folder with one <see cref="StateRecord"/> per object of one kind. Writers of all processes are kept apart by a lock file, so comparing
/// and writing is one step.
/// </summary>
/// <param name="path">The folder; created when first locked.</param>
/// <param name="time">Clock of the waits for the lock.</param>
internal sealed class StateFolder(string path, TimeProvider time)
{
    private const string LockName = ".lock";
    private static readonly TimeSpan LockLimit = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LockPoll = TimeSpan.FromMilliseconds(20);

    /// <summary>The folder.</summary>
    public string FolderPath => path;

    /// <summary>The record of an object, or null when there is none.</summary>
    /// <param name="kind">The kind whose objects are in this folder.</param>
    /// <param name="key">The object.</param>
    /// <exception cref="StateFolderException">The file is corrupt, of another program, or cannot be read.</exception>
    internal StateRecord? Read<T>(ResourceKind<T> kind, ObjectKey key)
        where T : class, IResource
    {
        var file = StateFileName.In(path, key);
        try
        {
            if (!File.Exists(file)) return null;
            var record = Check(file, key, Parse(file));
            // Read here, where the file can be named, and not where the object is used.
            record.ToObject(kind.Type);
            return record;
        }
        catch (JsonException e)
        {
            throw Corrupt(file, "not a readable state file", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unusable(file, e);
        }
    }

    /// <summary>The records of all other objects. Files that cannot be read are left out: nobody declares what they stand for.</summary>
    /// <param name="kind">The kind whose objects are in this folder.</param>
    /// <param name="declared">The objects whose records are not asked for.</param>
    internal IReadOnlyList<StateRecord> ReadAllBut<T>(ResourceKind<T> kind, IEnumerable<ObjectKey> declared)
        where T : class, IResource
    {
        var files = declared.Select(key => StateFileName.In(path, key)).ToHashSet(StringComparer.Ordinal);
        return [.. Directory.EnumerateFiles(path, "*.json").Where(file => !files.Contains(file)).Select(file => TryRead(kind, file))
            .OfType<StateRecord>()];
    }

    /// <summary>A key that stands twice is an error here: the parts that are kept as JSON would meet it only when they are used.</summary>
    private static StateRecord? Parse(string file)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllText(file), new JsonDocumentOptions { AllowDuplicateProperties = false });
            return document.Deserialize(StateJson.Default.StateRecord);
        }
        catch (InvalidOperationException e)
        {
            throw new JsonException("a text in it is not valid Unicode", e);
        }
    }

    private static StateRecord? TryRead<T>(ResourceKind<T> kind, string file)
        where T : class, IResource
    {
        try
        {
            if (Parse(file) is not { Format: StateRecord.CurrentFormat } record) return null;
            record.ToObject(kind.Type);
            return record;
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Writes a record. The caller holds the lock.</summary>
    internal void Write(StateRecord record)
    {
        var file = StateFileName.In(path, new ObjectKey(record.Namespace, record.Name));
        try
        {
            AtomicFile.Write(file, JsonSerializer.Serialize(record, StateJson.Default.StateRecord));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unusable(file, e);
        }
    }

    /// <summary>Deletes all records, readable or not: for sessions that are no more.</summary>
    /// <exception cref="StateFolderException">The folder cannot be used.</exception>
    internal async Task ForgetAllAsync(CancellationToken cancellationToken)
    {
        using var held = await LockAsync(cancellationToken);
        try
        {
            foreach (var file in Directory.GetFiles(path, "*.json")) File.Delete(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unusable(path, e);
        }
    }

    /// <summary>Deletes a record. The caller holds the lock.</summary>
    internal void Delete(ObjectKey key)
    {
        var file = StateFileName.In(path, key);
        try
        {
            File.Delete(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unusable(file, e);
        }
    }

    /// <summary>Waits for the lock; dispose the result to give it back. A process that dies gives it back too.</summary>
    /// <exception cref="StateFolderException">The folder cannot be written, or somebody holds the lock for longer than 10 s.</exception>
    internal async ValueTask<IDisposable> LockAsync(CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (TryLock(LockName) is { } held) return held;
            if (time.GetElapsedTime(start) > LockLimit)
                throw new StateFolderException(
                    Path.Join(path, LockName), "is held by another process", "Wait for it or end it, or use another --state folder.");
            await Task.Delay(LockPoll, time, cancellationToken);
        }
    }

    /// <summary>Takes a lock of this folder if nobody has it.</summary>
    /// <param name="name">The lock file's name.</param>
    /// <returns>The lock, or null.</returns>
    internal IDisposable? TryLock(string name)
    {
        try
        {
            Directory.CreateDirectory(path);
            // An advisory lock of the operating system, not the file's existence, so that a crash leaves nothing locked.
            return new FileStream(Path.Join(path, name), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException) when (File.Exists(Path.Join(path, name)))
        {
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unusable(path, e);
        }
    }

    private static StateRecord Check(string file, ObjectKey key, StateRecord? record) => record switch
    {
        { Format: StateRecord.CurrentFormat } when new ObjectKey(record.Namespace, record.Name) == key => record,
        { Format: StateRecord.CurrentFormat } => throw Corrupt(file, $"holds the state of {record.Namespace}/{record.Name}, not of {key}"),
        _ => throw Corrupt(file, $"not of the format {StateRecord.CurrentFormat}"),
    };

    private static StateFolderException Corrupt(string file, string problem, Exception? cause = null) => new(
        file, problem, "Restore the file, or move it away: the session is then observed afresh, and a write in flight is waited for.",
        cause);

    private static StateFolderException Unusable(string file, Exception cause) => new(
        file, $"cannot be read or written ({cause.Message.TrimEnd('.')})", "Check the permissions, or use another folder with --state.",
        cause);
}
