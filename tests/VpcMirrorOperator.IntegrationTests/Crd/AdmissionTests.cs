using System.Text.RegularExpressions;
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

    [Fact(Skip = ApiServerBinaries.SkipReason, SkipUnless = nameof(ApiServerBinaries.Found), SkipType = typeof(ApiServerBinaries))]
    public async Task S18_Sessions_are_created_to_targets_that_the_list_names_and_filters_are_for_those_who_have_all_sessions()
    {
        Assert.SkipUnless(server.HasRules, "This API server knows no admission policies.");
        await server.HaveNamespacesAsync("vpc-mirror-system", "team-a", "team-b", "team-d");
        var policy = Policy.Replace(
            "'team-a': {", "'team-d': {'regions': ['cn-hangzhou'], 'sessions': [], 'targets': ['eni-t']},\n      'team-a': {",
            StringComparison.Ordinal);
        (await server.FeedKubectlAsync(policy, "apply", "-f", "-")).Succeeded();
        await server.IsInForceAsync();
        await Eventually.TrueAsync(
            async () => (await server.NewAsync("team-d", "cn-hangzhou", "eni-t")).ExitCode == 0, "the list is in force");

        (await server.NewAsync("vpc-mirror-system", "cn-beijing", "eni-any")).Succeeded();
        Admission.Refused(await server.NewAsync("team-d", "cn-hangzhou", "eni-other"), "may not give a session the target eni-other");
        Admission.Refused(await server.NewAsync("team-d", "cn-beijing", "eni-t"), "may not have sessions in region cn-beijing");
        Admission.Refused(await server.NewAsync("team-a", "cn-hangzhou", "eni-t"), "team-a may not give a session the target eni-t");
        Admission.Refused(await server.NewAsync("team-b", "cn-hangzhou", "eni-t"), "may not have sessions in region cn-hangzhou");
        (await NewFilterAsync("vpc-mirror-system", "cn-beijing")).Succeeded();
        foreach (var space in new[] { "team-a", "team-b", "team-d" })
            Admission.Refused(await NewFilterAsync(space, "cn-hangzhou"), $"{space} may not have filters in region cn-hangzhou");
    }

    [Fact]
    public void The_sample_lists_for_the_operator_and_for_the_API_server_say_the_same()
    {
        var map = KubeObject.ReadAll(File.ReadAllText(Repository.PathOf("config", "tenancy", "tenancy.yaml"))).Single();
        var (rules, errors) = TenancyList.Parse((string)map.Content["data"]!["tenancy.yaml"]!, "tenancy.yaml");
        Assert.Empty(errors);
        foreach (var space in new[] { "vpc-mirror-system", "team-a", "team-b" })
        {
            var (regions, sessions, targets) = (Listed(space, "regions"), Listed(space, "sessions"), Listed(space, "targets"));
            foreach (var region in new[] { "cn-hangzhou", "cn-beijing" })
            {
                foreach (var session in new[] { Session, "tms-other" })
                    Assert.Equal(
                        Has(regions, region) && Has(sessions, session), rules.WhatIsMissing(space, region, session) is null);
                Assert.Equal(
                    Has(regions, region) && sessions.Contains("*"),
                    rules.WhatIsMissingForFilter(space, region, "vpc-mirror-system") is null);
            }

            Assert.Equal(Has(targets, "eni-t"), rules.WhatIsMissingToDeclare(space, "eni-t") is null);
        }
    }

    private static bool Has(IReadOnlyList<string> ids, string id) => ids.Contains("*") || ids.Contains(id);

    /// <summary>A list of ids of the policy's literal.</summary>
    private static IReadOnlyList<string> Listed(string space, string list)
    {
        var rights = Regex.Match(Policy, $"'{space}': {{(?<rights>[^}}]*)}}").Groups["rights"].Value;
        var ids = Regex.Match(rights, $"'{list}': \\[(?<ids>[^\\]]*)\\]").Groups["ids"].Value;
        return [.. ids.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(id => id.Trim(' ', '\''))];
    }

    [Fact]
    public void The_chart_has_the_same_policy() => Assert.Equal(
        Policy,
        File.ReadAllText(Path.Join(Chart.Folder, "files", "admission.yaml")));

    private Task<CommandResult> PatchAsync(string space, string patch, params string[] options) =>
        server.KubectlAsync(["patch", "tms/own", "-n", space, "--type=merge", "-p", patch, .. options]);

    private Task<CommandResult> NewFilterAsync(string space, string region) => server.FeedKubectlAsync(
        $$$"""
        {"apiVersion":"vpcmirror.io/v1alpha1","kind":"TrafficMirrorFilter","metadata":{"name":"new","namespace":"{{{space}}}" },
         "spec":{"regionId":"{{{region}}}","trafficMirrorFilterId":"tmf-1"}}
        """,
        "create", "-f", "-", Admission.Dry);
}
