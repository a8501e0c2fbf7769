using System.Text.Json;
using VpcMirrorOperator.Clusters;

namespace VpcMirrorOperator.ControllerTests.GitOps;

/// <summary>The health check for Argo CD, run by the Lua that Argo CD has (5.1).</summary>
internal static class LuaHealth
{
    /// <returns>Health status of an object; skips the test without Lua.</returns>
    public static async Task<string> OfAsync(JsonElement session)
    {
        var lua = Tools.InPath("lua5.1");
        if (lua is null) Assert.Skip("No lua5.1: install the package lua5.1.");
        var check = await File.ReadAllTextAsync(Repository.PathOf("deploy", "argocd", "health.lua"));
        var script = $"obj = {Literal(session)}\nlocal function health()\n{check}\nend\nlocal answer = health()\nassert(answer.message)\nio.write(answer.status)\n";
        return (await Command.RunAsync(lua, script, ["-"])).Succeeded();
    }

    private static string Literal(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => $"{{{string.Join(',', value.EnumerateObject().Select(field => $"[{Quoted(field.Name)}]={Literal(field.Value)}"))}}}",
        JsonValueKind.Array => $"{{{string.Join(',', value.EnumerateArray().Select(Literal))}}}",
        JsonValueKind.String => Quoted(value.GetString()!),
        JsonValueKind.Null => "nil",
        _ => value.GetRawText(),
    };

    private static string Quoted(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)}\"";
}
