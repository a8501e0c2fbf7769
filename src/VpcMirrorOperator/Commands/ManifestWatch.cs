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
        if (errors.Count == 0 && texts.SequenceEqual(_last)) return ([], []);
        var notes = new List<string>();
        try
        {
            var manifests = ManifestInput.Parse(paths, texts, errors, notes.Add);
            var changed = await store.ReloadAsync(manifests, context.Interrupted);
            (_last, _lastProblem) = (texts, null);
            return (changed, [.. notes, .. changed.Select(key => $"{key}: manifest changed")]);
        }
        catch (CommandException e)
        {
            var known = e.Message == _lastProblem;
            _lastProblem = e.Message;
            return ([], known ? [] : [.. e.Message.Split('\n'), "The previous manifests stay in force until this is corrected."]);
        }
    }
}
