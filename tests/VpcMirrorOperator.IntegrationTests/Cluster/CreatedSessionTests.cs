using VpcMirrorOperator.TestSupport;
using VpcMirrorOperator.TestSupport.Clusters;

namespace VpcMirrorOperator.IntegrationTests.Cluster;

/// <summary>Sessions that objects create, on a real API server with real kubectl: rules S1, S3, S6, S11, S12 and S17.</summary>
public class CreatedSessionTests
{
    private static readonly string Filter = Repository.PathOf("config", "samples", "filters", "mirror-filter.yaml");

    [Fact]
    public async Task S11_S12_It_waits_for_its_filter_is_created_and_deleted_with_its_object()
    {
        await using var cluster = await TestCluster.StartAsync();
        using var controller = ControllerProcess.Start(cluster, null, "--leader-elect", "false");
        var before = Sessions(cluster);
        await cluster.ApplyAsync(Manifest("Delete"));
        await Eventually.TrueAsync(async () => await cluster.ReasonAsync("new") == "FilterNotReady", "it says what it waits for");
        await cluster.KubectlAsync("apply", "-f", Filter);
        await cluster.KubectlAsync("wait", "--for=condition=Ready", "tms/new", "--timeout=60s");
        var made = Assert.Single(Sessions(cluster).Except(before));
        Assert.Contains(made, await cluster.KubectlAsync("get", "tms/new"), StringComparison.Ordinal);

        await cluster.KubectlAsync("delete", "tms/new", "--timeout=150s");
        Assert.Equal(before, Sessions(cluster));
    }

    [Fact]
    public async Task S12_With_Retain_the_session_stays_and_another_life_of_the_object_takes_it_back()
    {
        await using var cluster = await TestCluster.StartAsync();
        using var controller = ControllerProcess.Start(cluster, null, "--leader-elect", "false");
        await cluster.KubectlAsync("apply", "-f", Filter);
        await cluster.ApplyAsync(Manifest("Retain"));
        await cluster.KubectlAsync("wait", "--for=condition=Ready", "tms/new", "--timeout=60s");
        var all = Sessions(cluster);
        await cluster.KubectlAsync("delete", "tms/new", "--timeout=150s");
        Assert.Equal(all, Sessions(cluster));
        await cluster.ApplyAsync(Manifest("Retain"));
        await cluster.KubectlAsync("wait", "--for=condition=Ready", "tms/new", "--timeout=60s");
        Assert.Equal(all, Sessions(cluster));
    }

    [Fact]
    public async Task S17_When_the_definition_goes_everything_is_released_and_nothing_is_deleted()
    {
        await using var cluster = await TestCluster.StartAsync();
        using var controller = ControllerProcess.Start(cluster, null, "--leader-elect", "false");
        await cluster.KubectlAsync("apply", "-f", Filter);
        await cluster.ApplyAsync(Manifest("Delete"));
        await cluster.KubectlAsync("wait", "--for=condition=Ready", "tms/new", "--timeout=60s");
        var all = Sessions(cluster);
        await cluster.KubectlAsync("delete", "crd/trafficmirrorsessions.vpcmirror.io", "--timeout=150s");
        Assert.Equal(all, Sessions(cluster));
        Assert.DoesNotContain(cluster.Cloud.Snapshot().Calls, call => call.Action == "DeleteTrafficMirrorSession");
    }

    private static string Manifest(string policy) => $$"""
        apiVersion: vpcmirror.io/v1alpha1
        kind: TrafficMirrorSession
        metadata:
          name: new
          namespace: default
        spec:
          regionId: cn-hangzhou
          session:
            target: {type: NetworkInterface, id: eni-bp1234qu6hiu4mlljmx9}
            filterRef: {name: mirror-filter}
            priority: 77
          deletionPolicy: {{policy}}
          sourceIds: [eni-bp1i99gov61ddqqn24cx]
        """;

    private static string[] Sessions(TestCluster cluster) =>
        [.. cluster.Cloud.Snapshot().Accounts.SelectMany(account => account.Regions).SelectMany(region => region.Sessions)
            .Select(session => session.Id).Order(StringComparer.Ordinal)];
}
