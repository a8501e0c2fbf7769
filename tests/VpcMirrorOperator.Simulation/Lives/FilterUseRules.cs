using VpcMirrorOperator.Api.Shared;

namespace VpcMirrorOperator.Simulation.Lives;

/// <summary>
/// The deletion of a filter waits while a session uses it (rule S15): none is decided while one uses it for longer than a list may be old.
/// </summary>
internal sealed class FilterUseRules
{
    /// <summary>The stale-read limit, and the time between reading and deciding.</summary>
    private static readonly TimeSpan Shown = TimeSpan.FromSeconds(75);

    private readonly LifeWorld _world;
    private readonly Dictionary<(string Filter, string Session), TimeSpan> _since = [];

    public FilterUseRules(LifeWorld world)
    {
        _world = world;
        world.Intents.Recorded += Check;
        world.Loop.Time.CreateTimer(_ => Follow(), null, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(5));
    }

    public void Follow()
    {
        // A filter is used until the session has another one, and from the moment on when it will have it.
        var used = _world.Truth.Region.Sessions
            .SelectMany(one => (string[])[one.FilterId, one.Pending?.Update?.FilterId ?? one.FilterId], (one, filter) => (filter, one.Id))
            .ToHashSet();
        foreach (var gone in _since.Keys.Where(one => !used.Contains(one)).ToList()) _since.Remove(gone);
        foreach (var one in used) _since.TryAdd(one, _world.Loop.Time.Elapsed);
    }

    private void Check(Intent intent)
    {
        if (intent.Filter is null || intent.Operation.Verb != OperationVerb.Delete) return;
        Follow();
        var users = _since.Where(one => one.Key.Filter == intent.Operation.Target && _world.Loop.Time.Elapsed - one.Value > Shown)
            .Select(one => one.Key.Session).ToList();
        _world.Require(
            users.Count == 0, $"{intent.Object.Metadata.Key} deletes {intent.Operation.Target}, which {string.Join(", ", users)} uses");
    }
}
