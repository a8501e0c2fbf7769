using System.Text.Json.Nodes;
using VpcMirrorOperator.Engine.Tenancy;
using VpcMirrorOperator.Kinds;
using VpcMirrorOperator.TestSupport;

namespace VpcMirrorOperator.IntegrationTests.Charts;

public class RenderingTests
{
    [Fact]
    public async Task The_chart_has_no_slip_that_helm_knows_of() => (await Chart.HelmAsync("lint", "--strict", Chart.Folder)).Succeeded();

    public static TheoryData<string> Definitions => [.. KindRegistry.All.Select(kind => kind.Resource.DefinitionName + ".yaml")];

    [Theory]
    [MemberData(nameof(Definitions))]
    public void The_definition_in_the_chart_is_the_one_of_config(string file) =>
        Assert.True(
            File.ReadAllText(Repository.PathOf("config", "crd", file)) == File.ReadAllText(Path.Join(Chart.Folder, "files", "crds", file)),
            $"charts/vpc-mirror-operator/files/crds/{file} is stale: copy config/crd/{file}");

    [Fact]
    public async Task The_default_means_the_same_as_the_install_file()
    {
        var chart = await Chart.RenderAsync();
        var install = KubeObject.ReadAll(
            await File.ReadAllTextAsync(Repository.PathOf("deploy", "install.yaml"), TestContext.Current.CancellationToken))
            .Where(o => !o.Id.StartsWith("Namespace ", StringComparison.Ordinal)).ToList();
        Assert.Equal(install.Select(o => o.Id), chart.Select(o => o.Id));
        Assert.All(install.Zip(chart), pair => Assert.Equal(pair.First.Meaning(), pair.Second.Meaning()));
    }

    [Theory]
    [InlineData("y")]
    [InlineData("on")]
    [InlineData("null")]
    [InlineData("123")]
    [InlineData("1e3")]
    public async Task A_release_and_a_namespace_may_have_a_name_that_YAML_takes_for_something_else(string name)
    {
        var answer = await Chart.HelmAsync(["template", name, Chart.Folder, "--namespace", name, "--kube-version", "1.36.0"]);
        Assert.DoesNotMatch($"(?m): {name}$", answer.Succeeded());
        Assert.Contains($": \"{name}\"", answer.Printed, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("replicaCount=two", "replicaCount: Invalid type. Expected: integer")]
    [InlineData("replicas=3", "Additional property replicas is not allowed")]
    [InlineData("scope.namespace=a", "Additional property namespace is not allowed")]
    [InlineData("scope.selector=!!", "scope.selector: Does not match pattern")]
    [InlineData("logLevel=loud", "logLevel must be one of the following")]
    [InlineData("image.digest=latest", "image.digest: Does not match pattern")]
    [InlineData("concurrency=0", "concurrency: Must be greater than or equal to 1")]
    [InlineData("rbac.aggregateRoles=true", "Additional property aggregateRoles is not allowed")]
    [InlineData("tenancy.namespaces.team-a.regions={cn-a},tenancy.namespaces.team-a.sessions={tms-a}", "set tenancy.enabled=true")]
    [InlineData("tenancy.admissionPolicy=true", "tenancy.admissionPolicy needs tenancy.enabled=true")]
    [InlineData("tenancy.enabled=true,tenancy.namespaces.team-a.sessions={tms-a}", "regions is required")]
    [InlineData("tenancy.enabled=true,tenancy.namespaces.team-a.select=All", "Additional property select is not allowed")]
    [InlineData("credentials.create=true", "credentials.accessKeyId is needed when credentials.create is true")]
    [InlineData("serviceAccount.create=false", "serviceAccount.name is needed when serviceAccount.create is false")]
    [InlineData("leaderElection.enabled=false", "set replicaCount to 1")]
    [InlineData("metrics.serviceMonitor.enabled=true,metrics.podMonitor.enabled=true", "choose one")]
    [InlineData("metrics.serviceMonitor.enabled=true,metrics.service=false", "needs metrics.service")]
    [InlineData("metrics.renderMode=failIfMissing,metrics.prometheusRule.enabled=true", "install the Prometheus operator")]
    [InlineData("credentials.rrsa.roleArn=mirror", "roleArn: Does not match pattern")]
    [InlineData("credentials.rrsa.roleArn=acs:ram::1:role/mirror", "credentials.rrsa.oidcProviderArn is needed")]
    [InlineData("credentials.rrsa.roleArn=acs:ram::1:role/mirror,credentials.rrsa.roleName=mirror", "choose the webhook")]
    [InlineData("credentials.rrsa.roleName=mirror,credentials.create=true", "choose one")]
    public async Task A_wrong_value_is_refused_with_its_name(string set, string problem)
    {
        var answer = await Chart.TryRenderAsync("--set", set);
        Assert.NotEqual(0, answer.ExitCode);
        Assert.Contains(problem, answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Named_namespaces_get_a_role_each_and_the_cluster_role_keeps_definitions_and_the_identity()
    {
        var objects = await Chart.RenderAsync("--set", "scope.namespaces={team-a,team-b},scope.selector=shard=1");
        Assert.Contains(objects, o => o.Id == "Role team-a/vpc-mirror-operator");
        Assert.Contains(objects, o => o.Id == "RoleBinding team-b/vpc-mirror-operator");
        var rules = objects.Single(o => o.Id == "ClusterRole /vpc-mirror-operator").Content["rules"]!.AsArray();
        Assert.Equal(["customresourcedefinitions", "namespaces"], rules.Select(rule => (string?)rule!["resources"]![0]));
        Assert.Equal(["kube-system", "team-a", "team-b"], rules[1]!["resourceNames"]!.AsArray().Select(name => (string?)name));
        Assert.Equal(["--namespaces=team-a,team-b", "--selector=shard=1"], Arguments(objects));
    }

    [Fact]
    public async Task Every_option_reaches_the_controller()
    {
        var objects = await Chart.RenderAsync(
            "--set", "replicaCount=1,leaderElection.enabled=false,leaderElection.leaseName=other,concurrency=8",
            "--set", "endpoint=vpc.example.com,logLevel=debug,logFormat=text,extraArgs={--kubeconfig=/x}");
        Assert.Equal(
            [
                "--leader-elect=false", "--lease-name=other", "--concurrency=8", "--endpoint=vpc.example.com", "--log-level=debug",
                "--log-format=text", "--kubeconfig=/x",
            ],
            Arguments(objects));
        Assert.DoesNotContain(objects, o => o.Id.EndsWith("leader-election", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Optional_parts_appear_when_they_are_asked_for()
    {
        var objects = await Chart.RenderAsync(
            "--set", "metrics.serviceMonitor.enabled=true,networkPolicy.enabled=true,credentials.create=true,podLabels.team=a",
            "--set", "credentials.accessKeyId=LTAI,credentials.accessKeySecret=s,image.digest=sha256:" + new string('a', 64));
        var ids = objects.Select(o => o.Id.Split(' ')[0]).ToHashSet();
        Assert.Superset(new HashSet<string> { "ServiceMonitor", "NetworkPolicy", "Secret" }, ids);
        Assert.EndsWith("@sha256:" + new string('a', 64), (string?)Container(objects)["image"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("always", 1)]
    [InlineData("skipIfMissing", 0)]
    [InlineData("failIfMissing", 1, "--api-versions", "monitoring.coreos.com/v1")]
    public async Task Monitors_are_rendered_as_the_cluster_allows(string mode, int monitors, params string[] cluster)
    {
        var objects = await Chart.RenderAsync(["--set", $"metrics.serviceMonitor.enabled=true,metrics.renderMode={mode}", .. cluster]);
        Assert.Equal(monitors, objects.Count(o => o.Id.StartsWith("ServiceMonitor", StringComparison.Ordinal)));
    }

    /// <summary>A key in the environment would win over the role, and nobody would notice.</summary>
    [Theory]
    [InlineData("credentials.rrsa.roleName=mirror")]
    [InlineData("credentials.rrsa.roleArn=acs:ram::1:role/mirror,credentials.rrsa.oidcProviderArn=acs:ram::1:oidc-provider/c")]
    public async Task With_a_role_no_stored_key_is_read(string set) =>
        Assert.DoesNotContain("secretKeyRef", Container(await Chart.RenderAsync("--set", set)).ToJsonString(), StringComparison.Ordinal);

    [Fact]
    public void The_health_check_in_the_chart_is_the_one_of_deploy() => Assert.Equal(
        File.ReadAllText(Repository.PathOf("deploy", "argocd", "health.lua")),
        File.ReadAllText(Path.Join(Chart.Folder, "files", "health.lua")));

    [Fact]
    public async Task The_allow_list_reaches_the_controller_as_it_reads_it_and_a_change_restarts_the_pods()
    {
        const string set = "tenancy.enabled=true,tenancy.namespaces.team-a.regions={cn-hangzhou},tenancy.namespaces.team-a.sessions=";
        var objects = await Chart.RenderAsync("--set", set + "{tms-a,tms-b}");
        var list = (string)objects.Single(o => o.Id.StartsWith("ConfigMap", StringComparison.Ordinal)).Content["data"]!["tenancy.yaml"]!;
        var (rules, errors) = TenancyList.Parse(list, "tenancy.yaml");
        Assert.Empty(errors);
        Assert.Null(rules.WhatIsMissing("team-a", "cn-hangzhou", "tms-b"));
        Assert.NotNull(rules.WhatIsMissing("team-b", "cn-hangzhou", "tms-b"));
        Assert.Contains("--tenancy-file=/etc/vpc-mirror/tenancy/tenancy.yaml", Arguments(objects));
        var (one, other) = (Deployment(objects), Deployment(await Chart.RenderAsync("--set", set + "{tms-a}")));
        Assert.NotEqual(one["spec"]!["template"]!["metadata"]!.ToJsonString(), other["spec"]!["template"]!["metadata"]!.ToJsonString());
    }

    [Fact]
    public async Task Only_a_value_gives_rights_to_the_editors_of_all_namespaces()
    {
        Assert.Equal(["view"], await AggregatedAsync("rbac.create=true"));
        Assert.Equal(["admin", "edit", "view"], await AggregatedAsync("rbac.aggregateToEdit=true"));
        Assert.Empty(await AggregatedAsync("rbac.aggregateToView=false"));

        static async Task<IEnumerable<string>> AggregatedAsync(string set) =>
            from role in (await Chart.RenderAsync("--set", set)).OrderBy(o => o.Id, StringComparer.Ordinal)
            from label in role.Content["metadata"]!["labels"]?.AsObject() ?? []
            where label.Key.Contains("/aggregate-to-", StringComparison.Ordinal)
            select label.Key[(label.Key.LastIndexOf('-') + 1)..];
    }

    [Fact]
    public async Task A_changed_key_restarts_the_pods()
    {
        var first = await TemplateAsync("one");
        Assert.Equal(first, await TemplateAsync("one"));
        Assert.NotEqual(first, await TemplateAsync("two"));

        static async Task<string> TemplateAsync(string secret) => Deployment(await Chart.RenderAsync(
            "--set", "credentials.create=true,credentials.accessKeyId=LTAI,credentials.accessKeySecret="
                + secret))["spec"]!["template"]!.ToJsonString();
    }

    [Fact]
    public async Task Without_election_two_pods_never_overlap()
    {
        var spec = Deployment(await Chart.RenderAsync("--set", "leaderElection.enabled=false,replicaCount=1"))["spec"]!;
        Assert.Equal("Recreate", (string?)spec["strategy"]!["type"]);
    }

    private static IEnumerable<string> Arguments(IReadOnlyList<KubeObject> objects) =>
        Container(objects)["args"]!.AsArray().Select(a => (string)a!);

    private static JsonNode Container(IReadOnlyList<KubeObject> objects) =>
        Deployment(objects)["spec"]!["template"]!["spec"]!["containers"]![0]!;

    private static JsonObject Deployment(IReadOnlyList<KubeObject> objects) =>
        objects.Single(o => o.Id.StartsWith("Deployment", StringComparison.Ordinal)).Content;
}
