using System.Text.Json.Nodes;

namespace VpcMirrorOperator.IntegrationTests.Charts;

/// <summary>The pod of <c>helm test</c> has no more rights, and no more resources, than it needs.</summary>
public class TestPodTests
{
    [Fact]
    public async Task It_has_no_token_of_the_API_server_and_the_limits_and_security_context_of_the_controller()
    {
        var pod = await RenderAsync();
        Assert.Equal("false", (string?)pod["automountServiceAccountToken"]);
        var container = pod["containers"]![0]!;
        var controller = (await Chart.RenderAsync()).Single(o => o.Id.StartsWith("Deployment", StringComparison.Ordinal))
            .Content["spec"]!["template"]!["spec"]!;
        Assert.NotNull(container["resources"]!["limits"]!["memory"]);
        Assert.Equal(controller["containers"]![0]!["resources"]!.ToJsonString(), container["resources"]!.ToJsonString());
        Assert.Equal(controller["securityContext"]!.ToJsonString(), pod["securityContext"]!.ToJsonString());
        Assert.Equal(controller["containers"]![0]!["securityContext"]!.ToJsonString(), container["securityContext"]!.ToJsonString());
        Assert.Null(pod["volumes"]);
    }

    /// <summary>For STS, not for the API server.</summary>
    [Fact]
    public async Task With_RRSA_its_only_token_is_one_for_the_cloud()
    {
        var pod = await RenderAsync(
            "--set", "credentials.rrsa.roleArn=acs:ram::1:role/mirror,credentials.rrsa.oidcProviderArn=acs:ram::1:oidc-provider/c");
        Assert.Equal("false", (string?)pod["automountServiceAccountToken"]);
        var source = Assert.Single(Assert.Single(pod["volumes"]!.AsArray())!["projected"]!["sources"]!.AsArray());
        Assert.Equal("sts.aliyuncs.com", (string?)source!["serviceAccountToken"]!["audience"]);
    }

    private static async Task<JsonNode> RenderAsync(params IEnumerable<string> options)
    {
        var answer = await Chart.HelmAsync(
            ["template", Chart.Release, Chart.Folder, "--kube-version", "1.36.0", "--show-only", "templates/tests/read.yaml", .. options]);
        answer.Succeeded();
        return KubeObject.ReadAll(answer.Printed).Single().Content["spec"]!;
    }
}
