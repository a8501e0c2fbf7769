using System.Text.Json;
using System.Text.Json.Nodes;
using VpcMirrorOperator.TestSupport;

namespace VpcMirrorOperator.IntegrationTests.GitOps;

/// <summary>The health check for Argo CD, run by the Lua that Argo CD has (5.1).</summary>
internal static class LuaHealth
{
    /// <returns>Health status of an object, and its message; skips the test without Lua.</returns>
    public static async Task<(string Status, string Message)> OfAsync(JsonNode session)
    {
        var lua = Tools.InPath("lua5.1");
        if (lua is null) Assert.Skip("No lua5.1: install the package lua5.1.");
        var check = await File.ReadAllTextAsync(Repository.PathOf("deploy", "argocd", "health.lua"));
        var script =
            $"obj = {Literal(session)}\nlocal function health()\n{check}\nend\nlocal answer = health()\nio.write(answer.status, '\\n', " +
            "answer.message)\n";
        var printed = (await Command.RunAsync(lua, script, ["-"])).Succeeded().Split('\n', 2);
        return (printed[0], printed[1]);
    }

    private static string Literal(JsonNode? value) => value switch
    {
        JsonObject map => $"{{{string.Join(',', map.Select(field => $"[{Quoted(field.Key)}]={Literal(field.Value)}"))}}}",
        JsonArray list => $"{{{string.Join(',', list.Select(Literal))}}}",
        null => "nil",
        _ => value.GetValueKind() == JsonValueKind.String ? Quoted((string)value!) : value.ToJsonString(),
    };

    private static string Quoted(string text)
    {
        var escaped = text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
        return $"\"{escaped.Replace("\n", "\\n", StringComparison.Ordinal)}\"";
    }
}
