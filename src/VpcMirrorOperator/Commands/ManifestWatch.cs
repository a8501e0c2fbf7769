using System.Globalization;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.Manifests;
using VpcMirrorOperator.Storage;

namespace VpcMirrorOperator.Commands;

/// <summary>
/// Follows manifests by reading them once a second: works on every file system, mounted ones included. While they are wrong, the
/// last good ones stay in force.
/// </summary>
internal sealed class ManifestWatch(IReadOnlyList<string> paths, ManifestObjectStore<TrafficMirrorSession> store, CommandContext context)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);
    private IReadOnlyList<ManifestText> _last = ManifestInput.Read(paths, context).Texts;
    private string? _lastProblem;
    private long _readAt = context.Time.GetTimestamp();

    /// <summary>What changed since the last call, with lines to show.</summary>
    public async Task<(IReadOnlyList<ObjectKey> Changed, IReadOnlyList<string> Notes)> ReadAsync()
    {
        if (context.Time.GetElapsedTime(_readAt) < Interval) return ([], []);
        _readAt = context.Time.GetTimestamp();
        var (texts, errors) = ManifestInput.Read(paths, context);
        if (errors.Count == 0 && _lastProblem is null && texts.SequenceEqual(_last)) return ([], []);
        var notes = new List<string>();
        try
        {
            var manifests = ManifestInput.Parse(paths, texts, errors, notes.Add);
            var changed = await ReloadAsync(manifests.Sessions, notes);
            if (_lastProblem is not null) notes.Add("The manifests are correct again, and in force.");
            (_last, _lastProblem) = (texts, null);
            return (changed, AtThisTime(notes));
        }
        catch (CommandException e)
        {
            var known = e.Message == _lastProblem;
            _lastProblem = e.Message;
            return ([], known ? [] : AtThisTime(
                [.. e.Message.Split('\n'), "The previous manifests stay in force until this is corrected."]));
        }
    }

    private async Task<IReadOnlyList<ObjectKey>> ReloadAsync(IReadOnlyList<TrafficMirrorSession> sessions, List<string> notes)
    {
        var before = store.List().Select(session => session.Key()).ToHashSet();
        var changed = await store.ReloadAsync(sessions, context.Interrupted);
        notes.AddRange(changed.Select(key => $"{key}: " + (store.Find(key) is null ? "no longer declared; its session stays as it is"
            : before.Contains(key) ? "manifest changed" : "new manifest")));
        return changed;
    }

    private List<string> AtThisTime(IEnumerable<string> notes)
    {
        var now = context.Time.GetUtcNow().UtcDateTime.ToString("HH:mm:ss", CultureInfo.InvariantCulture);
        return [.. notes.Select(note => $"{now} {note}")];
    }
}
