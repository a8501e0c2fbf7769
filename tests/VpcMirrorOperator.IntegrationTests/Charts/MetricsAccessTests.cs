using System.Globalization;
using System.Text.Json.Nodes;
using VpcMirrorOperator.Hosting;

namespace VpcMirrorOperator.IntegrationTests.Charts;

/// <summary>How metrics are protected, and what scrapers are told of it.</summary>
public class MetricsAccessTests
{
    private const string Monitor = "metrics.serviceMonitor.enabled=true";

    [Theory]
    [InlineData("metrics.secure=true", ServingPlan.SecurePort)]
    [InlineData("metrics.secure=false", ServingPlan.PlainPort)]
    public async Task Service_and_pod_name_the_port_that_the_controller_then_has(string set, int port)
    {
        var objects = await Chart.RenderAsync("--set", set);
        var number = port.ToString(CultureInfo.InvariantCulture);
        Assert.Equal(number, (string?)Find(objects, "Service ")["spec"]!["ports"]![0]!["port"]);
        var named = Container(objects)["ports"]!.AsArray().Single(p => (string?)p!["name"] == "metrics");
        Assert.Equal(number, (string?)named!["containerPort"]);
        var arguments = Container(objects)["args"]?.ToJsonString() ?? "";
        Assert.Equal(port == ServingPlan.PlainPort, arguments.Contains("--metrics-secure=false", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_monitor_sends_its_token_over_TLS_and_plain_metrics_get_none()
    {
        var secure = Endpoint(await Chart.RenderAsync("--set", Monitor), "ServiceMonitor", "endpoints");
        Assert.Equal("https", (string?)secure["scheme"]);
        Assert.Equal("/var/run/secrets/kubernetes.io/serviceaccount/token", (string?)secure["bearerTokenFile"]);
        Assert.Equal("true", (string?)secure["tlsConfig"]!["insecureSkipVerify"]);
        var plain = Endpoint(await Chart.RenderAsync("--set", Monitor + ",metrics.secure=false"), "ServiceMonitor", "endpoints");
        Assert.All(["scheme", "bearerTokenFile", "tlsConfig"], field => Assert.Null(plain[field]));
    }

    [Fact]
    public async Task A_certificate_of_ones_own_is_mounted_used_and_verified()
    {
        var objects = await Chart.RenderAsync("--set", Monitor + ",metrics.certificateSecret=mirror-tls");
        var tls = Endpoint(objects, "ServiceMonitor", "endpoints")["tlsConfig"]!;
        Assert.Equal("""{"secret":{"name":"mirror-tls","key":"ca.crt"}}""", tls["ca"]!.ToJsonString());
        Assert.Equal("vpc-mirror-operator-metrics.vpc-mirror-system.svc", (string?)tls["serverName"]);
        Assert.Null(tls["insecureSkipVerify"]);
        var mount = Assert.Single(Container(objects)["volumeMounts"]!.AsArray());
        Assert.Contains($"--metrics-cert-dir={mount!["mountPath"]}", Container(objects)["args"]!.ToJsonString(), StringComparison.Ordinal);
        var volume = Assert.Single(Find(objects, "Deployment ")["spec"]!["template"]!["spec"]!["volumes"]!.AsArray());
        Assert.Equal((string?)mount["name"], (string?)volume!["name"]);
        Assert.Equal("mirror-tls", (string?)volume["secret"]!["secretName"]);
    }

    [Fact]
    public async Task A_pod_monitor_sends_the_token_of_a_secret()
    {
        var endpoint = Endpoint(
            await Chart.RenderAsync("--set", "metrics.podMonitor.enabled=true,metrics.tokenSecret.name=scrape"), "PodMonitor",
            "podMetricsEndpoints");
        Assert.Equal("""{"name":"scrape","key":"token"}""", endpoint["authorization"]!["credentials"]!.ToJsonString());
        Assert.Null(endpoint["bearerTokenFile"]);
    }

    [Theory]
    [InlineData("metrics.podMonitor.enabled=true", "metrics.podMonitor needs metrics.tokenSecret")]
    [InlineData("metrics.secure=false,metrics.certificateSecret=a", "choose one")]
    [InlineData("metrics.readers[0].name=a", "kind is required")]
    public async Task What_could_not_work_is_refused(string set, string problem)
    {
        var answer = await Chart.TryRenderAsync("--set", set);
        Assert.NotEqual(0, answer.ExitCode);
        Assert.Contains(problem, answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Readers_are_bound_to_the_role_and_by_default_there_are_none()
    {
        const string binding = "ClusterRoleBinding /vpc-mirror-operator-metrics-reader";
        Assert.DoesNotContain(await Chart.RenderAsync(), o => o.Id == binding);
        var bound = await Chart.RenderAsync(
            "--set", "metrics.readers[0].kind=ServiceAccount,metrics.readers[0].name=prometheus,metrics.readers[0].namespace=monitoring");
        Assert.Equal(
            """[{"kind":"ServiceAccount","name":"prometheus","namespace":"monitoring"}]""",
            Find(bound, binding)["subjects"]!.ToJsonString());
        Assert.DoesNotContain(
            await Chart.RenderAsync("--set", "metrics.secure=false"), o => o.Id.Contains("metrics-", StringComparison.Ordinal)
                && o.Id.StartsWith("ClusterRole", StringComparison.Ordinal));
    }

    private static JsonNode Endpoint(IReadOnlyList<KubeObject> objects, string kind, string field) =>
        Assert.Single(Find(objects, kind + " ")["spec"]![field]!.AsArray())!;

    private static JsonObject Find(IReadOnlyList<KubeObject> objects, string id) =>
        objects.Single(o => o.Id.StartsWith(id, StringComparison.Ordinal)).Content;

    private static JsonNode Container(IReadOnlyList<KubeObject> objects) =>
        Find(objects, "Deployment ")["spec"]!["template"]!["spec"]!["containers"]![0]!;
}
