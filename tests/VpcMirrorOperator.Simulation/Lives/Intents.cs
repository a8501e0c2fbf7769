using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorFilters;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Engine.Operations;

namespace VpcMirrorOperator.Simulation.Lives;

/// <summary>A write that an object recorded before it was called.</summary>
/// <param name="Object">The object as it was then.</param>
/// <param name="Operation">The latest attempt.</param>
internal sealed record Intent(IResource Object, OperationState Operation)
{
    public string Uid => Object.Metadata.Uid;

    public TrafficMirrorSession? Session => Object as TrafficMirrorSession;

    public TrafficMirrorFilter? Filter => Object as TrafficMirrorFilter;
}

/// <summary>Every write that was recorded, by both kinds: what the rules judge calls by.</summary>
internal sealed class Intents
{
    private readonly LifeWorld _world;
    private readonly Dictionary<string, Intent> _byToken = new(StringComparer.Ordinal);
    private readonly List<Intent> _tags = [];
    private readonly List<Intent> _attempts = [];
    private readonly HashSet<Intent> _forgotten = new(ReferenceEqualityComparer.Instance);

    public Intents(LifeWorld world)
    {
        _world = world;
        world.Sessions.StatusWritten += (declared, status) => Follow(declared, declared.Status?.Operation, status.Operation);
        world.Filters.StatusWritten += (declared, status) => Follow(declared, declared.Status?.Operation, status.Operation);
    }

    /// <summary>Raised before an intent, or another attempt of it, is stored.</summary>
    public event Action<Intent>? Recorded;

    /// <summary>What a call was recorded as; null when it was not.</summary>
    public Intent? Find(LifeCall call) => call.Token is { } token
        ? _byToken.GetValueOrDefault(token)
        : _tags.FindLast(one => one.Operation.Target == call.Target && one.Operation.Holder == call.Client);

    /// <summary>
    /// Notes that somebody replaced the status of an object: no process can know any more what was recorded before, earlier attempts of it
    /// included.
    /// </summary>
    public void Forget(string uid) => _forgotten.UnionWith(_attempts.Where(one => one.Uid == uid));

    /// <summary>Whether the record of it was replaced by somebody.</summary>
    public bool IsForgotten(Intent intent) => _forgotten.Contains(intent);

    /// <summary>Until when the call of an intent may be on its way, by the true time.</summary>
    public DateTimeOffset LandsBy(Intent intent) =>
        intent.Operation.StartedAt - _world.SkewOf(intent.Operation.Holder) + OperationLimits.InFlightLimit;

    private void Follow(IResource declared, OperationState? old, OperationState? operation)
    {
        if (operation is not { AcceptedAt: null } || Repeats(old, operation)) return;
        var intent = new Intent(declared, operation);
        _byToken[operation.ClientToken] = intent;
        _attempts.Add(intent);
        if (operation.Verb is OperationVerb.Tag or OperationVerb.Untag) _tags.Add(intent);
        Recorded?.Invoke(intent);
    }

    /// <summary>A status that only carries an unconfirmed operation along is no new intent.</summary>
    private static bool Repeats(OperationState? old, OperationState operation) =>
        old is not null && old.ClientToken == operation.ClientToken && old.Attempts == operation.Attempts
            && old.StartedAt == operation.StartedAt;
}
