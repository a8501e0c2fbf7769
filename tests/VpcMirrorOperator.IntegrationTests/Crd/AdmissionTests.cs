using VpcMirrorOperator.Engine.Tenancy;
using VpcMirrorOperator.IntegrationTests.Charts;
using VpcMirrorOperator.TestSupport;
using VpcMirrorOperator.TestSupport.ApiServers;

namespace VpcMirrorOperator.IntegrationTests.Crd;

/// <summary>The admission policy, evaluated by a real API server: who is not on the list cannot even write the object.</summary>
public class AdmissionTests(CrdServer server) : IClassFixture<CrdServer>
{
    private const string Session = "tms-bp1z7v0atwwgnr6comkc";

    private static string Policy => File.ReadAllText(Repository.PathOf("config", "admission", "policy.yaml"));

    [Fact(Skip = ApiServerBinaries.SkipReason, SkipUnless = nameof(ApiServerBinaries.Found), SkipType = typeof(ApiServerBinaries))]
    public async Task Only_what_the_list_names_can_be_written_and_whoever_lost_it_can_let_go()
    {
        Assert.SkipUnless(server.HasRules, "This API server knows no admission policies.");
        await server.HaveNamespacesAsync("vpc-mirror-system", "team-a", "team-b");
        (await server.KubectlAsync("apply", "-k", Repository.PathOf("config", "admission"))).Succeeded();
        await server.IsInForceAsync();

        (await server.CreateAsync("team-a", "own", "cn-hangzhou", Session)).Succeeded();
        (await server.CreateAsync("vpc-mirror-system", "any", "cn-beijing", "tms-any")).Succeeded();
        Admission.Refused(await server.CreateAsync("team-a", "other", "cn-hangzhou", "tms-other"), "team-a may not have session tms-other");
        Admission.Refused(await server.CreateAsync("team-a", "region", "cn-beijing", Session), "in region cn-beijing");
        Admission.Refused(await server.CreateAsync("team-b", "own", "cn-hangzhou", Session), "add it to the allow-list");
        (await PatchAsync("team-a", """{"spec":{"sourceIds":["eni-2"]}}""")).Succeeded();

        (await server.FeedKubectlAsync(Policy.Replace("'team-a'", "'team-c'", StringComparison.Ordinal), "apply", "-f", "-")).Succeeded();
        await Eventually.TrueAsync(
            async () => (await PatchAsync("team-a", """{"spec":{"sourceIds":["eni-3"]}}""", Admission.Dry)).ExitCode != 0,
            "the right is gone");
        (await PatchAsync("team-a", """{"metadata":{"finalizers":["vpcmirror.io/detach"],"labels":{"a":"b"}}}""")).Succeeded();
        (await server.KubectlAsync("delete", "tms/own", "-n", "team-a", "--wait=false")).Succeeded();
        (await PatchAsync("team-a", """{"spec":{"deletionPolicy":"Retain"}}""")).Succeeded();
        (await PatchAsync("team-a", """{"metadata":{"finalizers":null}}""")).Succeeded();
    }

    [Fact]
    public void The_sample_lists_for_the_operator_and_for_the_API_server_say_the_same()
    {
        var map = KubeObject.ReadAll(File.ReadAllText(Repository.PathOf("config", "tenancy", "tenancy.yaml"))).Single();
        var (rules, errors) = TenancyList.Parse((string)map.Content["data"]!["tenancy.yaml"]!, "tenancy.yaml");
        Assert.Empty(errors);
        foreach (var space in new[] { "vpc-mirror-system", "team-a", "team-b" })
            foreach (var pair in new[] { $"cn-hangzhou/{Session}", $"cn-beijing/{Session}", "cn-hangzhou/tms-other" })
                Assert.Equal(
                    Policy.Contains($"'{space}': ['{pair}']", StringComparison.Ordinal)
                    || Policy.Contains($"'{space}': ['*/*']", StringComparison.Ordinal),
                    rules.WhatIsMissing(space, pair.Split('/')[0], pair.Split('/')[1]) is null);
    }

    [Fact]
    public void The_chart_has_the_same_policy() => Assert.Equal(
        Policy,
        File.ReadAllText(Path.Join(Chart.Folder, "files", "admission.yaml")));

    private Task<CommandResult> PatchAsync(string space, string patch, params string[] options) =>
        server.KubectlAsync(["patch", "tms/own", "-n", space, "--type=merge", "-p", patch, .. options]);
}
