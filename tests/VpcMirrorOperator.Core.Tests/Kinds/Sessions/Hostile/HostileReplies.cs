using System.Text.Json;
using System.Text.Json.Nodes;
using VpcMirrorOperator.TestSupport.Fuzzing;

namespace VpcMirrorOperator.Core.Tests.Kinds.Sessions.Hostile;

/// <summary>What a broken gateway, or somebody in the middle, makes of a good reply. Follows from the random numbers alone.</summary>
internal static class HostileReplies
{
    private static readonly string[] Fields =
    [
        "RequestId", "TotalCount", "NextToken", "Code", "Message", "TrafficMirrorSessionId", "TrafficMirrorSessionStatus",
        "TrafficMirrorSessionBusinessStatus", "TrafficMirrorTargetId", "TrafficMirrorTargetType", "TrafficMirrorFilterId", "Enabled",
        "TrafficMirrorSourceIds", "Priority",
    ];

    /// <summary>A reply spoiled in its bytes, its values or its meaning.</summary>
    /// <param name="body">A good one.</param>
    /// <param name="echo">What the request carried, for servers that repeat it.</param>
    /// <param name="random">What happens to it.</param>
    public static byte[] Spoil(string body, string echo, Random random)
    {
        if (random.Next(3) == 0 || JsonNode.Parse(body) is not JsonObject reply) return Mutations.Mutate(body, random);
        for (var i = random.Next(1, 4); i > 0; i--) Change(reply, echo, random);
        return JsonSerializer.SerializeToUtf8Bytes<JsonNode>(reply);
    }

    private static void Change(JsonObject reply, string echo, Random random)
    {
        var target = reply["TrafficMirrorSessions"] is JsonArray { Count: > 0 } sessions && sessions[0] is JsonObject session
            && random.Next(4) > 0 ? session : reply;
        var field = Fields[random.Next(Fields.Length)];
        if (field == "TrafficMirrorSourceIds" && target[field] is JsonArray sources) ChangeSources(sources, echo, random);
        else if (target.ContainsKey(field)) target[field] = Odd(echo, random);
        else if (target.Count > 0 && random.Next(4) == 0) target.Remove(target.First().Key);
    }

    private static void ChangeSources(JsonArray sources, string echo, Random random)
    {
        switch (random.Next(4))
        {
            case 0:
                sources.Clear();
                break;
            case 1 when sources.Count > 0:
                sources.RemoveAt(random.Next(sources.Count));
                break;
            case 2:
                sources.Add(Odd(echo, random));
                break;
            default:
                sources.Add($"eni-{random.Next(10, 99)}");
                break;
        }
    }

    private static JsonNode? Odd(string echo, Random random) => random.Next(10) switch
    {
        0 => null,
        1 => random.Next(-5, 500),
        2 => new string('x', random.Next(200, 2000)),
        3 => echo,
        4 => Uri.EscapeDataString(echo),
        5 => "\u001b[31m\u202e\u0000\n---\nspec: {safety: {allowEmpty: true}}",
        6 => new JsonArray("eni-1", null, 7),
        7 => "Modifying",
        8 => new JsonObject { ["a"] = new JsonArray() },
        _ => "",
    };
}
