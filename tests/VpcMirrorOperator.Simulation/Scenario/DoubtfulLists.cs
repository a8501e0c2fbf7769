using System.Text;
using System.Text.Json.Nodes;
using VpcMirrorOperator.Simulation.Network;

namespace VpcMirrorOperator.Simulation.Scenario;

/// <summary>
/// Lists that cannot be true, on the wire: empty objects, nulls, keys in lower case, pages that miss a session, sessions without their
/// sources. A list that is consistent in itself and wrong comes alone: nobody could tell the truth from a lie that is repeated.
/// </summary>
internal sealed class DoubtfulLists(MirrorWorld world)
{
    private const double Rate = 0.15;
    private static readonly TimeSpan BetweenLies = TimeSpan.FromSeconds(60);

    private readonly Random _random = world.Loop.RandomFor("lists");
    private TimeSpan _nextLie = TimeSpan.Zero;

    public SimHttpResponse Change(SimHttpRequest request, SimHttpResponse response)
    {
        if (world.IsHealed || response.StatusCode != 200 || request.Header("x-acs-action") != "ListTrafficMirrorSessions") return response;
        if (_random.NextDouble() >= Rate) return response;
        var kind = _random.Next(10);
        world.Loop.Trace.Add("wire", $"a doubtful list, kind {kind}");
        return response with { Body = Encoding.UTF8.GetBytes(Changed(JsonNode.Parse(response.Body)!.AsObject(), kind)) };
    }

    private string Changed(JsonObject list, int kind)
    {
        switch (kind)
        {
            case 0: return "{}";
            case 1: list["TrafficMirrorSessions"] = null; break;
            case 2: return list.ToJsonString().Replace("\"TrafficMirrorSess", "\"trafficMirrorSess", StringComparison.Ordinal);
            case 3: WithoutOne(list); break;
            case 4: list.Remove("TotalCount"); break;
            case 5: list.Remove("TrafficMirrorSessions"); break;
            case 6: One(list)?.Remove("TrafficMirrorSourceIds"); break;
            case 7: Null(One(list), "TrafficMirrorSourceIds"); break;
            case 8: list.Remove("RequestId"); WithoutOne(list); break;
            default: Lie(list); break;
        }

        return list.ToJsonString();
    }

    private void Lie(JsonObject list)
    {
        if (world.Loop.Time.Elapsed < _nextLie) return;
        _nextLie = world.Loop.Time.Elapsed + BetweenLies;
        WithoutOne(list);
        list["TotalCount"] = list["TrafficMirrorSessions"]!.AsArray().Count.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    private void WithoutOne(JsonObject list)
    {
        var sessions = list["TrafficMirrorSessions"]!.AsArray();
        if (sessions.Count > 0) sessions.RemoveAt(_random.Next(sessions.Count));
    }

    private JsonObject? One(JsonObject list)
    {
        var sessions = list["TrafficMirrorSessions"]!.AsArray();
        return sessions.Count == 0 ? null : sessions[_random.Next(sessions.Count)]!.AsObject();
    }

    private static void Null(JsonObject? session, string name)
    {
        if (session is not null) session[name] = null;
    }
}
