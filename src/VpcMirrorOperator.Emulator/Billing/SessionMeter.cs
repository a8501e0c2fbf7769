using System.Collections.Immutable;

namespace VpcMirrorOperator.Emulator.Billing;

/// <summary>The meter of one session. It is shown the set of sources that cost something whenever that may have changed.</summary>
internal sealed class SessionMeter
{
    private readonly SortedDictionary<string, MeteredSource> _sources = new(StringComparer.Ordinal);
    private ImmutableSortedSet<string> _running = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    internal IReadOnlyDictionary<string, MeteredSource> Sources => _sources;

    /// <summary>Takes over what a seed says about a source.</summary>
    internal void Restore(string id, MeteredSource source)
    {
        _sources[id] = source;
        if (source.Since is not null) _running = _running.Add(id);
    }

    internal void Observe(ImmutableSortedSet<string> running, DateTimeOffset at)
    {
        if (ReferenceEquals(running, _running)) return;
        foreach (var id in _running)
            if (!running.Contains(id)) _sources[id] = _sources[id].EndedAt(at);
        foreach (var id in running)
            if (!_running.Contains(id)) _sources[id] = _sources.GetValueOrDefault(id).StartedAt(at);
        _running = running;
    }
}
