using VpcMirrorOperator.TestSupport;

namespace VpcMirrorOperator.IntegrationTests.GitOps;

/// <summary>The cases of <c>health_test.yaml</c>, whose format is that of Argo CD's own <c>resource_customizations</c>.</summary>
public class ArgoHealthTests
{
    private static readonly string Folder = Repository.PathOf("deploy", "argocd");

    [Fact]
    public async Task Each_stored_object_has_the_health_that_the_cases_name()
    {
        var cases = YamlDocuments.Read(await ReadAsync("health_test.yaml")).Single()["tests"]!.AsArray();
        foreach (var test in cases)
        {
            var session = YamlDocuments.Read(await ReadAsync((string)test!["inputPath"]!)).Single();
            Assert.Equal(
                ((string)test["healthStatus"]!["status"]!, (string)test["healthStatus"]!["message"]!), await LuaHealth.OfAsync(session));
        }

        Assert.Equal(
            Directory.EnumerateFiles(Path.Join(Folder, "testdata")).Select(file => $"testdata/{Path.GetFileName(file)}")
                .Order(StringComparer.Ordinal),
            cases.Select(test => (string)test!["inputPath"]!).Order(StringComparer.Ordinal));
    }

    private static Task<string> ReadAsync(string file) =>
        File.ReadAllTextAsync(Path.Join(Folder, file), TestContext.Current.CancellationToken);
}
