using System.Net;
using System.Text.Json.Nodes;
using VpcMirrorOperator.Kinds;
using VpcMirrorOperator.TestSupport;
using VpcMirrorOperator.TestSupport.Clusters;

namespace VpcMirrorOperator.IntegrationTests.Cluster;

/// <summary>
/// The rights of <c>config/rbac</c> are exactly those that a controller uses, by the audit log of a server whose RBAC is upstream's.
/// </summary>
public sealed class RightsTests : IDisposable
{
    private const string Namespace = "vpc-mirror-system";
    private const string Account = $"system:serviceaccount:{Namespace}:vpc-mirror-operator";

    private const string Policy = $$"""
        {"apiVersion": "audit.k8s.io/v1", "kind": "Policy", "rules": [{"level": "Metadata", "users": ["{{Account}}"]}, {"level": "None"}]}
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("vpc-mirror-audit-");

    [Fact]
    public async Task No_right_is_missing_and_no_granted_right_is_unused()
    {
        var policy = Path.Join(_folder.FullName, "policy.yaml");
        var log = Path.Join(_folder.FullName, "audit.log");
        await File.WriteAllTextAsync(policy, Policy, TestContext.Current.CancellationToken);
        await using var cluster = await TestCluster.StartAsync(
            oldest: true, null, true, "--audit-policy-file=" + policy, "--audit-log-path=" + log);
        await cluster.KubectlAsync("create", "namespace", Namespace);
        await cluster.KubectlAsync("apply", "--validate=false", "-k", Repository.PathOf("config", "rbac"));
        await LiveAsync(cluster);

        var calls = File.ReadLines(log).Select(line => JsonNode.Parse(line)!).Where(call => (string?)call["stage"] == "ResponseComplete")
            .ToList();
        Assert.DoesNotContain(calls, call => (int)call["responseStatus"]!["code"]! == 403);
        var granted = await GrantedAsync(cluster);
        // The last one is no call: the API server asks for it, where an owner is to wait for what it owns.
        Assert.Equal(
            granted.Order(), calls.Select(Right).Append("update vpcmirror.io/trafficmirrorpolicies/finalizers").Distinct().Order());
        foreach (var kind in KindRegistry.All.Select(registration => registration.Resource))
            Assert.Contains($"watch {kind.Path.Group}/{kind.Path.Plural}", granted);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>
    /// All that happens to a controller: it takes the lease, converges, reports twice the same, is scraped, detaches, and hands over.
    /// </summary>
    private static async Task LiveAsync(TestCluster cluster)
    {
        var kubeconfig = cluster.Server.ServiceAccount(Namespace, "vpc-mirror-operator");
        await using var first = await RunningController.StartAsAsync(
            cluster, kubeconfig, "--lease-namespace", Namespace, "--metrics-secure", "true");
        await using var second = await RunningController.StartAsAsync(cluster, kubeconfig, "--lease-namespace", Namespace);
        await cluster.KubectlAsync(
            "apply", "--validate=false", "-n", Namespace, "-f",
            Repository.PathOf("config", "samples", "filters", "mirror-filter.yaml"));
        await cluster.KubectlAsync("wait", "-n", Namespace, "--for=condition=Ready", "tmf/mirror-filter", "--timeout=60s");
        await cluster.ApplyWebTierAsync();
        await cluster.MergeAsync("web-tier", """{"spec":{"deletionPolicy":"Detach","safety":{"allowEmpty":true}}}""");
        for (var time = 0; time < 2; time++)
        {
            await Eventually.TrueAsync(
                () => Task.FromResult(cluster.Cloud.ForeignRemove("demo", WebTier.Region, WebTier.Session, [WebTier.One]) == "OK"),
                "somebody else removes a source");
            await Eventually.TrueAsync(
                () => Task.FromResult(!cluster.WebTierSources().Contains(WebTier.One)), "it is gone");
            await cluster.KubectlAsync("annotate", "tms/web-tier", "--overwrite", $"vpcmirror.io/reconcile-requested-at={time}");
            await Eventually.TrueAsync(() => Task.FromResult(cluster.WebTierSources().Contains(WebTier.One)), "it is back");
            await cluster.BecomesReadyAsync("web-tier");
        }

        await ApplyPolicyAsync(cluster);
        var scraper = await cluster.TokenAsync(Namespace, "scraper");
        Assert.Equal(HttpStatusCode.Forbidden, (await first.SecureMetricsAsync(scraper)).Status);
        await cluster.KubectlAsync("delete", "tms/web-tier", "--timeout=90s");
        Assert.Equal(0, await first.StopAsync());
        Assert.Equal(0, await second.StopAsync());
    }

    /// <summary>A policy that looks at everything that one can look at, has sessions, and ends with them.</summary>
    private static async Task ApplyPolicyAsync(TestCluster cluster)
    {
        await cluster.ApplyAsync(TerwayDefinitions.All);
        await cluster.KubectlAsync("wait", "--for=condition=Established", "crd", "--all", "--timeout=30s");
        await cluster.ApplyAsync(Everything);
        await cluster.KubectlAsync("wait", "-n", Namespace, "--for=condition=Ready", "tmpol/shop", "--timeout=120s");
        await cluster.KubectlAsync("delete", "-n", Namespace, "tmpol/shop", "--timeout=200s");
    }

    private const string Everything = $$"""
        apiVersion: vpcmirror.io/v1alpha1
        kind: TrafficMirrorPolicy
        metadata:
          name: shop
          namespace: {{Namespace}}
        spec:
          regionId: cn-beijing
          sources:
          - networkInterfaces:
              tags: {mirror: ids}
          - pods:
              namespaceSelector:
                matchLabels: {team: shop}
          targets: [{type: SLB, id: lb-sensors}]
          filterId: tmf-2zevx4d8k1m6q0yjt7bn
          sessionTemplate:
            priorities: {from: 100, to: 199}
          deletionPolicy: Delete
        """;

    private static async Task<HashSet<string>> GrantedAsync(TestCluster cluster)
    {
        var roles = new[]
        {
            await cluster.KubectlAsync("get", "clusterrole/vpc-mirror-operator", "-o", "json"),
            await cluster.KubectlAsync("get", "clusterrole/vpc-mirror-operator-metrics-auth", "-o", "json"),
            await cluster.KubectlAsync("get", "role/vpc-mirror-operator-leader-election", "-n", Namespace, "-o", "json"),
        };
        var rights =
            from role in roles
            from rule in JsonNode.Parse(role)!["rules"]!.AsArray()
            from verb in rule!["verbs"]!.AsArray()
            from resource in rule["resources"]!.AsArray()
            select $"{verb} {rule["apiGroups"]![0]}/{resource}";
        return [.. rights];
    }

    private static string Right(JsonNode call)
    {
        var what = call["objectRef"]!;
        var part = what["subresource"] is { } subresource ? "/" + subresource : "";
        return $"{call["verb"]} {what["apiGroup"]}/{what["resource"]}{part}";
    }
}
