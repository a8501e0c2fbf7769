using System.Net;
using VpcMirrorOperator.TestSupport;
using VpcMirrorOperator.TestSupport.Clusters;

namespace VpcMirrorOperator.IntegrationTests.Cluster;

/// <summary>A day without trouble.</summary>
public class ControllerTests
{
    [Fact]
    public async Task An_applied_sample_becomes_ready_and_an_edit_is_followed()
    {
        await using var cluster = await TestCluster.StartAsync();
        await using var controller = await RunningController.StartAsync(cluster, "--leader-elect", "false");
        await cluster.ApplyWebTierAsync();
        Assert.Equal(35, cluster.WebTierSources().Count);

        await cluster.EditWebTierAsync(WebTier.One);
        Assert.Equal([WebTier.One], cluster.WebTierSources());
        Assert.Equal(HttpStatusCode.OK, await controller.StatusAsync("/healthz"));
        Assert.Equal(0, await controller.StopAsync());
    }

    [Fact]
    public async Task The_metrics_tell_of_reconciles_requests_calls_and_objects_until_the_object_is_gone()
    {
        await using var cluster = await TestCluster.StartAsync();
        await using var controller = await RunningController.StartAsync(cluster, "--leader-elect", "false");
        await cluster.ApplyWebTierAsync();
        var metrics = await controller.MetricsAsync();
        Assert.Contains("""vpcmirror_session_coverage_ratio{namespace="default",name="web-tier"} 1""", metrics, StringComparison.Ordinal);
        Assert.Contains(
            """vpcmirror_cloud_calls_total{action="AddSourcesToTrafficMirrorSession",code="OK"} """, metrics, StringComparison.Ordinal);
        Assert.Contains(
            """controller_runtime_reconcile_total{controller="trafficmirrorsession",result="requeue_after"} """, metrics,
            StringComparison.Ordinal);
        Assert.Contains("""rest_client_requests_total{code="200",method="PATCH",""", metrics, StringComparison.Ordinal);
        Assert.Contains("""leader_election_master_status{name="vpc-mirror-operator"} 1""", metrics, StringComparison.Ordinal);

        await cluster.KubectlAsync("delete", "tms/web-tier");
        await Eventually.TrueAsync(
            async () => !(await controller.MetricsAsync()).Contains("web-tier", StringComparison.Ordinal), "the object's metrics are gone");
        Assert.Equal(35, cluster.WebTierSources().Count);
    }

    [Fact]
    public async Task A_request_to_observe_now_is_answered_in_the_status()
    {
        await using var cluster = await TestCluster.StartAsync();
        await using var controller = await RunningController.StartAsync(cluster, "--leader-elect", "false");
        await cluster.ApplyWebTierAsync();
        cluster.Cloud.ForeignRemove("demo", WebTier.Region, WebTier.Session, [WebTier.One]);

        // Long before its own next reconcile.
        await cluster.KubectlAsync("annotate", "tms/web-tier", "vpcmirror.io/reconcile-requested-at=incident-7");
        await cluster.KubectlAsync("wait", "--for=jsonpath={.status.lastHandledReconcileAt}=incident-7", "tms/web-tier", "--timeout=60s");
        await Eventually.TrueAsync(() => Task.FromResult(cluster.WebTierSources().Contains(WebTier.One)), "the drift is repaired");
    }

    [Fact]
    public async Task A_held_plan_is_carried_out_once_it_is_approved_by_its_hash()
    {
        await using var cluster = await TestCluster.StartAsync();
        await using var controller = await RunningController.StartAsync(cluster, "--leader-elect", "false");
        await cluster.ApplyWebTierAsync();
        await cluster.MergeAsync("web-tier", $$$"""{"spec":{"safety":{"maxRemovals":"10%"},"sourceIds":["{{{WebTier.One}}}"]}}""");
        await cluster.HasConditionAsync("web-tier", "SafetyHold");
        Assert.Equal(35, cluster.WebTierSources().Count);

        var hash = await cluster.KubectlAsync("get", "tms/web-tier", "-o", "jsonpath={.status.plan.hash}");
        await cluster.KubectlAsync("annotate", "tms/web-tier", "vpcmirror.io/approved-plan=" + hash);
        await cluster.BecomesReadyAsync("web-tier");
        Assert.Equal([WebTier.One], cluster.WebTierSources());
    }
}
