using System.Text.Json.Nodes;

namespace VpcMirrorOperator.Emulator.Tests.Support;

/// <summary>Short ways to call the operations on sessions, filters, rules and tags in the stage's region.</summary>
internal static class Api
{
    public static Answer In(this Stage stage, string action, params (string Name, string Value)[] more) =>
        stage.Call(action, [("RegionId", Stage.Region), .. more]);

    public static string NewFilter(this Stage stage, params (string Name, string Value)[] more)
    {
        var answer = stage.In("CreateTrafficMirrorFilter", more);
        Assert.Equal("OK", answer.Code);
        stage.Pass(5);
        return answer.Body["TrafficMirrorFilterId"]!.GetValue<string>();
    }

    public static Answer CreateSession(
        this Stage stage, string filter, int priority, string[] sources, params (string Name, string Value)[] more)
    {
        List<(string Name, string Value)> parameters = [
            ("TrafficMirrorFilterId", filter), ("TrafficMirrorTargetId", "eni-target"), ("TrafficMirrorTargetType", "NetworkInterface"),
            ("Priority", $"{priority}"), .. Stage.Indexed(sources)];
        foreach (var (name, value) in more)
        {
            parameters.RemoveAll(parameter => parameter.Name == name);
            parameters.Add((name, value));
        }

        return stage.In("CreateTrafficMirrorSession", [.. parameters.Where(parameter => parameter.Value.Length > 0)]);
    }

    public static string NewSession(
        this Stage stage, string filter, int priority, string[] sources, params (string Name, string Value)[] more)
    {
        var answer = stage.CreateSession(filter, priority, sources, more);
        Assert.Equal("OK", answer.Code);
        stage.Pass(5);
        return answer.Body["TrafficMirrorSessionId"]!.GetValue<string>();
    }

    public static JsonNode? Filter(this Stage stage, string id) =>
        stage.In("ListTrafficMirrorFilters", ("TrafficMirrorFilterIds.1", id)).Body["TrafficMirrorFilters"]!.AsArray().SingleOrDefault();

    /// <summary>The parameters of one rule: it accepts everything, unless more is said.</summary>
    public static (string Name, string Value)[] Rule(string list, int index, int priority, params (string Name, string Value)[] more)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Action"] = "accept",
            ["Priority"] = $"{priority}",
            ["Protocol"] = "ALL",
        };
        foreach (var (name, value) in more) fields[name] = value;
        return [.. fields.Select(field => ($"{list}.{index}.{field.Key}", field.Value))];
    }

    public static string Text(this JsonNode node, string name) => node[name]!.GetValue<string>();
}
