using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Engine.Lifecycle;

namespace VpcMirrorOperator.Core.Tests.Engine.Lifecycle.World;

/// <summary>The cloud: asynchronous changes, tokens that are forgotten, lists and tags that are late by as much as the limit.</summary>
internal sealed class SimCloud(Random random)
{
    private const int TokenLife = 14;

    private readonly Dictionary<int, IReadOnlyList<SimThing>> _history = [];
    private readonly Dictionary<string, (int At, SimReply Reply)> _tokens = [];
    private int _ids;

    public Dictionary<string, SimThing> Things { get; } = [];

    public bool IsOverdue { get; set; }

    /// <summary>What was deleted although the account was only overdue, by maker.</summary>
    public List<(string Maker, string Id)> DeletedInArrears { get; } = [];

    public SimThing New(bool isOurs, string? maker, int now, string? createdBy, string? owner)
    {
        var id = $"s{++_ids}";
        return Things[id] = new SimThing(id, isOurs, maker, now)
        {
            CreatedBy = createdBy, Owner = owner, TagsFrom = now + random.Next(LifecycleWorld.Stale + 1),
        };
    }

    public void Remember(int now) => _history[now] = [.. Things.Values];

    /// <summary>What a list shows that is started now.</summary>
    public ListReading List(int now)
    {
        var at = Math.Max(now - random.Next(LifecycleWorld.Stale + 1), _history.Keys.Min());
        return new ListReading([.. _history[at].Select(thing => Show(thing, at, now))], LifecycleWorld.Time(now));
    }

    public SimReply Call(int now, SimCall call)
    {
        if (_tokens.TryGetValue(call.Operation.ClientToken, out var known) && now - known.At <= TokenLife) return known.Reply;
        var reply = Execute(now, call);
        if (reply.Refusal is null) _tokens[call.Operation.ClientToken] = (now, reply);
        return reply;
    }

    public void Tick(int now)
    {
        foreach (var thing in Things.Values.Where(thing => thing.Busy is { } busy && busy.Until <= now).ToList())
            if (thing.Busy!.Value.Call.Verb == OperationVerb.Delete) Things.Remove(thing.Id);
            else
                Things[thing.Id] = thing with
                {
                    Busy = null,
                    Owner = thing.Busy!.Value.Call.Verb == OperationVerb.Tag ? thing.Busy!.Value.Call.Operation.Owner : thing.Owner,
                };
        Remember(now);
    }

    private SimReply Execute(int now, SimCall call)
    {
        var until = now + random.Next(1, 3);
        if (call.Verb == OperationVerb.Create)
        {
            if (IsOverdue) return new SimReply(null, "Locked");
            if (call.Operation.Wish == "bad") return new SimReply(null, "Bad");
            var made = New(true, call.Key, now, call.Operation.CreatedBy, call.Operation.Owner);
            Things[made.Id] = made with { Busy = (call, until) };
            return new SimReply(made.Id);
        }
        if (!Things.TryGetValue(call.Operation.Target!, out var thing)) return new SimReply(null, "Gone");
        if (thing.Busy is not null) return new SimReply(null, "Busy");
        if (thing.IsLocked) return new SimReply(null, "Locked");
        Things[thing.Id] = thing with { Busy = (call, until) };
        return new SimReply(thing.Id);
    }

    private static ListedMark Show(SimThing thing, int at, int now)
    {
        var isTagged = at >= thing.TagsFrom || now >= thing.Born + LifecycleWorld.Stale;
        return new ListedMark(thing.Id, isTagged ? thing.CreatedBy : null, isTagged ? thing.Owner : null)
        {
            IsSettled = thing.Busy is null, IsGoing = thing.Busy?.Call.Verb == OperationVerb.Delete,
        };
    }
}
