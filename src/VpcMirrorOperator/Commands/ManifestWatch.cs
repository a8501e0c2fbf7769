using System.Globalization;
using VpcMirrorOperator.Manifests;

namespace VpcMirrorOperator.Commands;

/// <summary>
/// Follows manifests by reading them once a second: works on every file system, mounted ones included. While they are wrong, the
/// last good ones stay in force.
/// </summary>
internal sealed class ManifestWatch(
    IReadOnlyList<string> paths, IReadOnlyList<IApplyEngine> engines, string stateFolder, CommandContext context)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);
    private IReadOnlyList<ManifestText> _last = ManifestInput.Read(paths, context).Texts;
    private string? _lastProblem;
    private long _readAt = context.Time.GetTimestamp();

    /// <summary>Puts what changed since the last call in force.</summary>
    /// <returns>Lines to show.</returns>
    public async Task<IReadOnlyList<string>> ReadAsync()
    {
        if (context.Time.GetElapsedTime(_readAt) < Interval) return [];
        _readAt = context.Time.GetTimestamp();
        var (texts, errors) = ManifestInput.Read(paths, context);
        if (errors.Count == 0 && _lastProblem is null && texts.SequenceEqual(_last)) return [];
        var notes = new List<string>();
        try
        {
            var manifests = ManifestInput.Parse(paths, texts, errors, notes.Add);
            CreatedCheck.Require(manifests, stateFolder, context);
            foreach (var engine in engines) notes.AddRange(await engine.ReloadAsync(manifests, context.Interrupted));
            if (_lastProblem is not null) notes.Add("The manifests are correct again, and in force.");
            (_last, _lastProblem) = (texts, null);
            return AtThisTime(notes);
        }
        catch (CommandException e)
        {
            var known = e.Message == _lastProblem;
            _lastProblem = e.Message;
            return known ? [] : AtThisTime(
                [.. e.Message.Split('\n'), "The previous manifests stay in force until this is corrected."]);
        }
    }

    private List<string> AtThisTime(IEnumerable<string> notes)
    {
        var now = context.Time.GetUtcNow().UtcDateTime.ToString("HH:mm:ss", CultureInfo.InvariantCulture);
        return [.. notes.Select(note => $"{now} {note}")];
    }
}
