using VpcMirrorOperator.IntegrationTests.Charts;
using VpcMirrorOperator.TestSupport;
using VpcMirrorOperator.TestSupport.ApiServers;

namespace VpcMirrorOperator.IntegrationTests.Crd;

/// <summary>The admission policy as the chart renders it.</summary>
public class ChartAdmissionTests(CrdServer server) : IClassFixture<CrdServer>
{
    [Fact(Skip = ApiServerBinaries.SkipReason, SkipUnless = nameof(ApiServerBinaries.Found), SkipType = typeof(ApiServerBinaries))]
    public async Task The_policy_of_the_chart_enforces_the_list_of_its_values()
    {
        Assert.SkipUnless(server.HasRules, "This API server knows no admission policies.");
        var rendered = await Chart.TryRenderAsync(
            "--values", Path.Join(Chart.Folder, "ci", "tenancy-values.yaml"), "--show-only", "templates/tenancy.yaml",
            "--namespace", "default");
        rendered.Succeeded();
        await server.HaveNamespacesAsync("network-security", "team-a", "team-b");
        (await server.FeedKubectlAsync(rendered.Printed, "apply", "-f", "-")).Succeeded();
        await server.IsInForceAsync();

        (await server.CreateAsync("network-security", "any", "cn-shanghai", "tms-any", Admission.Dry)).Succeeded();
        foreach (var region in new[] { "cn-hangzhou", "cn-beijing" })
            foreach (var session in new[] { "tms-a", "tms-b" })
                (await server.CreateAsync("team-a", "own", region, session, Admission.Dry)).Succeeded();
        Admission.Refused(await server.CreateAsync("team-a", "own", "cn-beijing", "tms-c", Admission.Dry),
            "may not have session tms-c in region cn-beijing");

        (await server.NewAsync("network-security", "cn-shanghai", "eni-t")).Succeeded();
        Admission.Refused(await server.NewAsync("team-a", "cn-beijing", "eni-t"), "team-a may not give a session the target eni-t");

        // Deleted and created again, and with an empty list, it is in force too.
        (await server.FeedKubectlAsync(rendered.Printed, "delete", "-f", "-")).Succeeded();
        await Eventually.TrueAsync(async () => (await server.ProbeAsync()).ExitCode == 0, "it is gone");
        var empty = await Chart.TryRenderAsync(
            "--set", "tenancy.enabled=true,tenancy.admissionPolicy=true", "--show-only", "templates/tenancy.yaml",
            "--namespace", "default");
        empty.Succeeded();
        (await server.FeedKubectlAsync(empty.Printed, "apply", "-f", "-")).Succeeded();
        await server.IsInForceAsync();
    }
}
