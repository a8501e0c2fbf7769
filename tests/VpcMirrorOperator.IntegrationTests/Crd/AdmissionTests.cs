using System.Text.Json.Nodes;
using VpcMirrorOperator.Engine.Tenancy;
using VpcMirrorOperator.IntegrationTests.Charts;
using VpcMirrorOperator.TestSupport;
using VpcMirrorOperator.TestSupport.ApiServers;

namespace VpcMirrorOperator.IntegrationTests.Crd;

/// <summary>The admission policy, evaluated by a real API server: who is not on the list cannot even write the object.</summary>
public class AdmissionTests(CrdServer server) : IClassFixture<CrdServer>
{
    private const string Session = "tms-bp1z7v0atwwgnr6comkc";

    private const string Dry = "--dry-run=server";

    private static readonly Lazy<ConfigList> Sample = new(() => new ConfigList(
        File.ReadAllText(Repository.PathOf("config", "tenancy", "tenancy.yaml"))));

    [Fact(Skip = ApiServerBinaries.SkipReason, SkipUnless = nameof(ApiServerBinaries.Found), SkipType = typeof(ApiServerBinaries))]
    public async Task Only_what_the_list_names_can_be_written_and_whoever_lost_it_can_let_go()
    {
        Assert.SkipUnless(server.HasRules, "This API server knows no admission policies.");
        await HaveNamespacesAsync("vpc-mirror-system", "team-a", "team-b");
        (await server.KubectlAsync("apply", "-f", Repository.PathOf("config", "tenancy", "tenancy.yaml"))).Succeeded();
        (await server.KubectlAsync("apply", "-k", Repository.PathOf("config", "admission"))).Succeeded();
        await IsInForceAsync();

        (await CreateAsync("team-a", "own", "cn-hangzhou", Session)).Succeeded();
        (await CreateAsync("vpc-mirror-system", "any", "cn-beijing", "tms-any")).Succeeded();
        Refused(await CreateAsync("team-a", "other", "cn-hangzhou", "tms-other"), "team-a may not have session tms-other");
        Refused(await CreateAsync("team-a", "region", "cn-beijing", Session), "in region cn-beijing");
        Refused(await CreateAsync("team-b", "own", "cn-hangzhou", Session), "ConfigMap vpc-mirror-system/vpc-mirror-tenancy");
        (await PatchAsync("team-a", """{"spec":{"sourceIds":["eni-2"]}}""")).Succeeded();

        (await server.KubectlAsync(
            "patch", "configmap/vpc-mirror-tenancy", "-n", "vpc-mirror-system", "--type=merge", "-p", """{"data":{"team-a":null}}"""))
            .Succeeded();
        await Eventually.TrueAsync(
            async () => (await PatchAsync("team-a", """{"spec":{"sourceIds":["eni-3"]}}""")).ExitCode != 0, "the right is gone");
        (await PatchAsync("team-a", """{"metadata":{"finalizers":["vpcmirror.io/detach"],"labels":{"a":"b"}}}""")).Succeeded();
        (await server.KubectlAsync("delete", "tms/own", "-n", "team-a", "--wait=false")).Succeeded();
        (await PatchAsync("team-a", """{"spec":{"deletionPolicy":"Retain"}}""")).Succeeded();
        (await PatchAsync("team-a", """{"metadata":{"finalizers":null}}""")).Succeeded();
        (await server.KubectlAsync("delete", "-k", Repository.PathOf("config", "admission"))).Succeeded();
        await IsGoneAsync();
    }

    [Fact]
    public void The_sample_list_is_valid_and_says_the_same_to_the_operator_and_to_the_API_server()
    {
        var (rules, errors) = TenancyList.Parse(Sample.Value.ForTheOperator, "tenancy.yaml");
        Assert.Empty(errors);
        foreach (var space in new[] { "vpc-mirror-system", "team-a", "team-b" })
            foreach (var region in new[] { "cn-hangzhou", "cn-beijing" })
                foreach (var session in new[] { Session, "tms-other" })
                    Assert.Equal(
                        Sample.Value.ForTheApiServer(space).Any(pair => pair == "*/*" || pair == $"{region}/{session}"),
                        rules.WhatIsMissing(space, region, session) is null);
    }

    [Fact(Skip = ApiServerBinaries.SkipReason, SkipUnless = nameof(ApiServerBinaries.Found), SkipType = typeof(ApiServerBinaries))]
    public async Task The_policy_of_the_chart_enforces_the_list_of_its_values()
    {
        Assert.SkipUnless(server.HasRules, "This API server knows no admission policies.");
        var rendered = await Chart.TryRenderAsync(
            "--values", Path.Join(Chart.Folder, "ci", "tenancy-values.yaml"), "--show-only", "templates/tenancy.yaml",
            "--namespace", "default");
        rendered.Succeeded();
        await HaveNamespacesAsync("network-security", "team-a", "team-b");
        (await server.FeedKubectlAsync(rendered.Printed, "apply", "-f", "-")).Succeeded();
        await IsInForceAsync();

        (await CreateAsync("network-security", "any", "cn-shanghai", "tms-any", Dry)).Succeeded();
        foreach (var region in new[] { "cn-hangzhou", "cn-beijing" })
            foreach (var session in new[] { "tms-a", "tms-b" })
                (await CreateAsync("team-a", "own", region, session, Dry)).Succeeded();
        Refused(await CreateAsync("team-a", "own", "cn-beijing", "tms-c", Dry), "ConfigMap default/vpc-mirror-operator-tenancy");
        (await server.FeedKubectlAsync(rendered.Printed, "delete", "-f", "-")).Succeeded();
        await IsGoneAsync();
    }

    [Fact]
    public void The_chart_has_the_same_policy() => Assert.Equal(
        File.ReadAllText(Repository.PathOf("config", "admission", "policy.yaml")),
        File.ReadAllText(Path.Join(Chart.Folder, "files", "admission.yaml")));

    private static void Refused(CommandResult answer, string why)
    {
        Assert.NotEqual(0, answer.ExitCode);
        Assert.Contains(why, answer.Output, StringComparison.Ordinal);
    }

    private async Task HaveNamespacesAsync(params string[] names)
    {
        foreach (var name in names)
            (await server.FeedKubectlAsync(
                $$$"""{"apiVersion":"v1","kind":"Namespace","metadata":{"name":"{{{name}}}"}}""", "apply", "-f", "-")).Succeeded();
    }

    /// <summary>With its list: before the server has read that, it refuses all.</summary>
    private Task IsInForceAsync() => Eventually.TrueAsync(
        async () => (await ProbeAsync()).Output.Contains("may not have session", StringComparison.Ordinal), "it is in force");

    /// <summary>The other tests of the class share the server.</summary>
    private Task IsGoneAsync() => Eventually.TrueAsync(async () => (await ProbeAsync()).ExitCode == 0, "it is not in force any more");

    private Task<CommandResult> ProbeAsync() => CreateAsync("team-b", "probe", "cn-hangzhou", "tms-x", Dry);

    private Task<CommandResult> PatchAsync(string space, string patch) =>
        server.KubectlAsync("patch", "tms/own", "-n", space, "--type=merge", "-p", patch);

    private Task<CommandResult> CreateAsync(string space, string name, string region, string session, params string[] options) =>
        server.FeedKubectlAsync(
            $$$"""
            {"apiVersion":"vpcmirror.io/v1alpha1","kind":"TrafficMirrorSession","metadata":{"name":"{{{name}}}","namespace":"{{{space}}}"},
             "spec":{"regionId":"{{{region}}}","trafficMirrorSessionId":"{{{session}}}","sourceIds":["eni-1"]}}
            """,
            ["create", "-f", "-", .. options]);

    private sealed class ConfigList(string manifest)
    {
        private readonly JsonNode _data = KubeObject.ReadAll(manifest).Single().Content["data"]!;

        public string ForTheOperator => (string)_data["tenancy.yaml"]!;

        public string[] ForTheApiServer(string space) => ((string?)_data[space] ?? "").Split(' ');
    }
}
