using System.Text.Json.Nodes;
using VpcMirrorOperator.TestSupport;
using VpcMirrorOperator.TestSupport.Clusters;

namespace VpcMirrorOperator.IntegrationTests.GitOps;

/// <summary>What GitOps tools see of an object, compared with the object that is stored for Argo CD's cases.</summary>
internal static class StoredStates
{
    /// <summary>The reason of the condition Ready.</summary>
    public static string? Reason(JsonNode item) =>
        (string?)item["status"]?["conditions"]?.AsArray().Single(condition => (string?)condition!["type"] == "Ready")!["reason"];

    private static IEnumerable<string> Conditions(JsonNode item) =>
        (item["status"]?["conditions"]?.AsArray() ?? [])
            .Select(condition => $"{condition!["type"]}={condition["status"]} {condition["reason"]}");

    extension(TestCluster cluster)
    {
        public async Task<JsonNode> ReadAsync(string item) => JsonNode.Parse(await cluster.KubectlAsync("get", item, "-o", "json"))!;

        public async Task SeesAsync(string item, string file, string argo, string kstatus)
        {
            var found = await cluster.ReadAsync(item);
            Assert.Equal((item, argo, kstatus), (item, (await LuaHealth.OfAsync(found)).Status, Kstatus.Of(found)));
            var stored = Repository.PathOf("deploy", "argocd", "testdata", file + ".yaml");
            if (Environment.GetEnvironmentVariable("UPDATE_TESTDATA") == "1")
                await File.WriteAllTextAsync(
                    stored, await cluster.KubectlAsync("get", item, "-o", "yaml"), TestContext.Current.CancellationToken);
            var text = await File.ReadAllTextAsync(stored, TestContext.Current.CancellationToken);
            Assert.Equal(Conditions(found), Conditions(YamlDocuments.Read(text).Single()));
        }
    }
}
