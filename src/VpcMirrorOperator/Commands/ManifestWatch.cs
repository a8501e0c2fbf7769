using VpcMirrorOperator.Api;
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
    private IReadOnlyList<ManifestText> last = ManifestInput.Read(paths, context).Texts;
    private string? lastProblem;
    private long lookedAt = context.Time.GetTimestamp();

    /// <summary>What changed since the last look, with lines to show.</summary>
    public async Task<(IReadOnlyList<ObjectKey> Changed, IReadOnlyList<string> Notes)> LookAsync()
    {
        if (context.Time.GetElapsedTime(lookedAt) < Interval) return ([], []);
        lookedAt = context.Time.GetTimestamp();
        var (texts, errors) = ManifestInput.Read(paths, context);
        if (errors.Count == 0 && texts.SequenceEqual(last)) return ([], []);
        var notes = new List<string>();
        try
        {
            var manifests = ManifestInput.Parse(paths, texts, errors, notes.Add);
            var changed = await store.ReloadAsync(manifests, context.Interrupted);
            (last, lastProblem) = (texts, null);
            return (changed, [.. notes, .. changed.Select(key => $"{key}: manifest changed")]);
        }
        catch (CommandException e)
        {
            var known = e.Message == lastProblem;
            lastProblem = e.Message;
            return ([], known ? [] : [.. e.Message.Split('\n'), "The manifests as they were before stay in force until this is mended."]);
        }
    }
}
