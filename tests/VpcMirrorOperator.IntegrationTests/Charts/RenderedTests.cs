using VpcMirrorOperator.TestSupport;
using VpcMirrorOperator.TestSupport.Clusters;

namespace VpcMirrorOperator.IntegrationTests.Charts;

/// <summary>
/// What each set of values in <c>charts/vpc-mirror-operator/ci</c> renders to, compared with the stored output, so that a change shows in
/// review.
/// </summary>
public class RenderedTests
{
    public static TheoryData<string> Sets =>
        [.. Directory.EnumerateFiles(Path.Join(Chart.Folder, "ci"), "*-values.yaml").Select(file => Path.GetFileName(file))
            .Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Sets))]
    public async Task A_set_of_values_renders_what_is_stored(string set)
    {
        var rendered = await RenderAsync(set);
        var stored = Repository.PathOf(
            "tests", "VpcMirrorOperator.IntegrationTests", "Charts", "Rendered", set.Replace("-values", "", StringComparison.Ordinal));
        if (Environment.GetEnvironmentVariable("UPDATE_RENDERED") == "1")
            await File.WriteAllTextAsync(stored, rendered, TestContext.Current.CancellationToken);
        var text = File.Exists(stored) ? await File.ReadAllTextAsync(stored, TestContext.Current.CancellationToken) : "";
        // Not the text: versions of helm indent differently.
        Assert.True(Objects(text).SequenceEqual(Objects(rendered)),
            $"{set} renders something else: run UPDATE_RENDERED=1 dotnet test tests/VpcMirrorOperator.IntegrationTests --filter " +
            "FullyQualifiedName~Charts, and look at the difference");
    }

    /// <summary>The complete upstream validation of built-in kinds, which only the oldest server has.</summary>
    [Fact]
    public async Task An_API_server_takes_every_rendered_object()
    {
        await using var cluster = await TestCluster.StartAsync(oldest: true, withDefinition: false);
        foreach (var ns in new[] { Chart.Namespace, "team-a", "team-b" }) await cluster.KubectlAsync("create", "namespace", ns);
        var hasPolicy = (await cluster.KubectlAsync("api-versions")).Split('\n').Contains("policy/v1");
        foreach (var set in Sets)
        {
            var answer = await Command.RunAsync(
                cluster.Server.Kubectl, BuiltIn(await RenderAsync(set), hasPolicy),
                ["--kubeconfig", cluster.Server.AdminKubeconfig, "apply", "--dry-run=server", "-f", "-"]);
            Assert.True(answer.ExitCode == 0, $"{set}: {answer.Output}");
        }
    }

    private static IEnumerable<string> Objects(string manifest) => KubeObject.ReadAll(manifest).Select(o => o.Content.ToJsonString());

    private static async Task<string> RenderAsync(string set)
    {
        var answer = await Chart.TryRenderAsync("--values", Path.Join(Chart.Folder, "ci", set), "--set", "crds.install=false");
        answer.Succeeded();
        return answer.Printed;
    }

    // The Prometheus operator's kinds are not built in, admission policies are newer (AdmissionTests), and before 1.21 disruption budgets
    // only had a beta version, of the same shape.
    private static string BuiltIn(string manifest, bool hasPolicy) => string.Join(
        "\n---\n",
        manifest.Split("\n---\n").Where(document =>
            !document.Contains("monitoring.coreos.com", StringComparison.Ordinal)
            && !document.Contains("ValidatingAdmissionPolicy", StringComparison.Ordinal)))
        .Replace(
            "apiVersion: policy/v1\n", hasPolicy ? "apiVersion: policy/v1\n" : "apiVersion: policy/v1beta1\n", StringComparison.Ordinal);
}
