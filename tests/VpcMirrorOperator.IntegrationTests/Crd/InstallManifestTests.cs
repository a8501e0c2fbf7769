using VpcMirrorOperator.TestSupport;
using VpcMirrorOperator.TestSupport.ApiServers;

namespace VpcMirrorOperator.IntegrationTests.Crd;

/// <summary>The generated file that users apply.</summary>
public class InstallManifestTests(CrdServer server) : IClassFixture<CrdServer>
{
    [Fact(Skip = ApiServerBinaries.SkipReason, SkipUnless = nameof(ApiServerBinaries.Found), SkipType = typeof(ApiServerBinaries))]
    public async Task The_install_file_is_what_config_default_generates() =>
        (await Command.RunAsync("bash", "", [Repository.PathOf("eng", "generate-install.sh"), "--check"])).Succeeded();

    [Theory(Skip = ApiServerBinaries.SkipReason, SkipUnless = nameof(ApiServerBinaries.Found), SkipType = typeof(ApiServerBinaries))]
    [InlineData("network-policy")]
    [InlineData("prometheus")]
    [InlineData("admission")]
    public async Task Optional_parts_build(string part) =>
        (await Command.RunAsync(ApiServerBinaries.Find()[^1]["kubectl"], "", ["kustomize", Repository.PathOf("config", part)])).Succeeded();

    [Fact(Skip = ApiServerBinaries.SkipReason, SkipUnless = nameof(ApiServerBinaries.Found), SkipType = typeof(ApiServerBinaries))]
    public async Task The_component_with_the_allow_list_gives_its_file_to_the_controller()
    {
        var folder = Directory.CreateTempSubdirectory("vpc-mirror-overlay-");
        var config = Path.GetRelativePath(folder.FullName, Repository.PathOf("config"));
        await File.WriteAllTextAsync(
            Path.Join(folder.FullName, "kustomization.yaml"), $"resources: [{config}/default]\ncomponents: [{config}/tenancy]\n",
            TestContext.Current.CancellationToken);

        var built = (await Command.RunAsync(ApiServerBinaries.Find()[^1]["kubectl"], "", ["kustomize", folder.FullName])).Succeeded();

        Assert.Contains("--tenancy-file=/etc/vpc-mirror/tenancy/tenancy.yaml", built, StringComparison.Ordinal);
        Assert.Contains("mountPath: /etc/vpc-mirror/tenancy", built, StringComparison.Ordinal);
        folder.Delete(recursive: true);
    }

    [Fact]
    public void No_editor_of_a_namespace_gets_rights_by_the_install_file_alone()
    {
        var install = File.ReadAllText(Repository.PathOf("deploy", "install.yaml"));
        Assert.DoesNotContain("aggregate-to-edit", install, StringComparison.Ordinal);
        Assert.DoesNotContain("aggregate-to-admin", install, StringComparison.Ordinal);
        Assert.Contains("aggregate-to-view", install, StringComparison.Ordinal);
    }

    [Fact(Skip = ApiServerBinaries.SkipReason, SkipUnless = nameof(ApiServerBinaries.Found), SkipType = typeof(ApiServerBinaries))]
    public async Task An_API_server_accepts_the_install_file()
    {
        Assert.SkipUnless(server.HasRules, "This API server is older than the install file is made for.");

        var output = (await server.KubectlAsync("apply", "-f", Repository.PathOf("deploy", "install.yaml"))).Succeeded();

        Assert.Contains("deployment.apps/vpc-mirror-operator created", output, StringComparison.Ordinal);
    }

    [Theory(Skip = ApiServerBinaries.SkipReason, SkipUnless = nameof(ApiServerBinaries.Found), SkipType = typeof(ApiServerBinaries))]
    [InlineData("no", "update", "trafficmirrorsessions.vpcmirror.io")]
    [InlineData("yes", "delete", "trafficmirrorsessions.vpcmirror.io")]
    [InlineData("no", "delete", "trafficmirrorpolicies.vpcmirror.io")]
    [InlineData("no", "get", "pods")]
    [InlineData("yes", "watch", "pods")]
    [InlineData("no", "list", "secrets")]
    [InlineData("no", "get", "secrets")]
    [InlineData("no", "get", "leases.coordination.k8s.io/another", "-n", "vpc-mirror-system")]
    [InlineData("no", "create", "leases.coordination.k8s.io", "-n", "default")]
    [InlineData("yes", "patch", "leases.coordination.k8s.io/vpc-mirror-operator", "-n", "vpc-mirror-system")]
    [InlineData("yes", "patch", "trafficmirrorsessions.vpcmirror.io", "--subresource=status")]
    [InlineData("yes", "create", "events.events.k8s.io")]
    [InlineData("yes", "create", "tokenreviews.authentication.k8s.io")]
    [InlineData("yes", "create", "subjectaccessreviews.authorization.k8s.io")]
    [InlineData("no", "create", "serviceaccounts/vpc-mirror-operator", "--subresource=token", "-n", "vpc-mirror-system")]
    [InlineData("no", "get", "/metrics")]
    public async Task The_operator_may_do_its_work_and_no_more(string answer, params string[] question)
    {
        (await server.KubectlAsync("apply", "-f", Repository.PathOf("config", "manager", "namespace.yaml"))).Succeeded();
        (await server.KubectlAsync("apply", "-k", Repository.PathOf("config", "rbac"))).Succeeded();

        var result = await server.KubectlAsync(
            ["auth", "can-i", .. question, "--as=system:serviceaccount:vpc-mirror-system:vpc-mirror-operator"]);

        Assert.Contains(answer, result.Output.Split('\n'));
    }
}
