namespace VpcMirrorOperator.Core.Tests.Kinds.Policies.World;

/// <summary>The cloud: quotas, tokens, changes that take their time.</summary>
internal sealed class SimCloud
{
    private const int SessionsOfInterface = 3;
    private readonly Dictionary<(string, long), SimReply> _tokens = [];
    private int _ids;

    public Dictionary<string, SimSession> Sessions { get; } = [];

    public Dictionary<string, int> Targets { get; } = [];

    public Dictionary<string, string> Interfaces { get; init; } = [];

    /// <summary>The true size of a session.</summary>
    public int SessionSize { get; set; }

    public int Writes { get; private set; }

    /// <summary>Calls of ours that met a change of ours.</summary>
    public int Collisions { get; private set; }

    /// <summary>Refusals for quotas and numbers.</summary>
    public List<(bool IsNumber, string Text)> Refusals { get; } = [];

    public SimReply? Known((string, long) token) => _tokens.GetValueOrDefault(token);

    public int UseOf(string target) => Sessions.Values.Where(s => s.Target == target).Sum(s => s.Held.Count);

    public int SessionsOf(string id) => Sessions.Values.Count(s => s.Held.Contains(id));

    public IReadOnlyList<SimSession> Shown() => [.. Sessions.Values.Where(s => s.Op?.Kind != "create" || s.Seen)];

    /// <summary>A call arrives. One token is executed at most once.</summary>
    public SimReply Call((string, long) token, SimCall call, bool isOurs = true)
    {
        if (_tokens.TryGetValue(token, out var known)) return known;
        var reply = Execute(call);
        if (reply.Kind == "ok")
        {
            _tokens[token] = reply;
            if (isOurs) Writes++;
        }
        else if (isOurs && reply.Kind == "busy") Collisions++;
        else if (isOurs && (reply.Kind == "quota" || (reply.Kind == "prio" && call.Kind == "create")))
            Refusals.Add((reply.Kind == "prio", $"{call.Kind} {call.Tag}{call.Sid} [{string.Join(' ', call.Ids)}]: {reply.Text}"));
        return reply;
    }

    public void Land(string sid)
    {
        var session = Sessions[sid];
        var op = session.Op!;
        if (op.Kind == "del")
        {
            Sessions.Remove(sid);
            return;
        }

        Sessions[sid] = (op.Kind switch
        {
            "rem" => session with { Sources = session.Sources.Without(op.Ids) },
            "upd" => session with { Priority = op.Priority, Filter = op.Filter, On = true },
            _ => session with { Sources = session.Sources.With(op.Ids) },
        }) with
        { Op = null, Seen = false };
    }

    private SimReply Execute(SimCall call)
    {
        if (call.Kind == "create")
        {
            if (Sessions.Values.Any(s => s.Priority == call.Priority)) return new SimReply("prio", $"{call.Priority}");
            if (Refusal(call.Ids, call.Target, Ids.None) is { } refused) return refused;
            var sid = $"s{++_ids}";
            Sessions[sid] = new SimSession(sid, call.Tag, call.Target, call.Priority, call.Filter, true, Ids.None) { Op = call };
            return new SimReply("ok", sid);
        }

        if (!Sessions.TryGetValue(call.Sid, out var session)) return new SimReply("gone");
        if (session.Op is not null) return new SimReply("busy");
        if (call.Kind == "add" && Refusal(call.Ids, session.Target, session.Sources) is { } why) return why;
        if (call.Kind == "upd" && Sessions.Values.Any(s => s.Priority == call.Priority && s.Sid != call.Sid))
            return new SimReply("prio", $"{call.Priority}");
        Sessions[call.Sid] = session with { Op = call, Seen = false };
        return new SimReply("ok", call.Sid);
    }

    private SimReply? Refusal(IReadOnlySet<string> ids, string target, IReadOnlySet<string> has)
    {
        var fresh = ids.Without(has);
        foreach (var id in fresh.Order(StringComparer.Ordinal))
            if (Interfaces.GetValueOrDefault(id) is "bad" or "gone") return new SimReply("eni", id);
        if (has.Count + fresh.Count > SessionSize) return new SimReply("quota", "session");
        if (UseOf(target) + fresh.Count > Targets[target]) return new SimReply("quota", "target");
        foreach (var id in fresh.Order(StringComparer.Ordinal))
            if (SessionsOf(id) >= SessionsOfInterface) return new SimReply("quota", "eni " + id);
        return null;
    }
}
