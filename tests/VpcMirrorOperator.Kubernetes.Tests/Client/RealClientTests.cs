using System.Text.Json.Nodes;
using VpcMirrorOperator.Kubernetes.Client;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.Kubernetes.Tests.Stand;

namespace VpcMirrorOperator.Kubernetes.Tests.Real;

public class RealClientTests(ApiServers servers)
{
    [Theory, MemberData(nameof(ApiServers.Versions), MemberType = typeof(ApiServers))]
    public async Task Objects_are_created_read_patched_and_deleted(string version)
    {
        using var cluster = await RealCluster.OpenAsync(await servers.GetAsync(version));
        var (client, type, cancellationToken) = (cluster.Client, StandJson.Default.Widget, RealCluster.Patience());
        var created = await cluster.Create("a");
        Assert.True((await Assert.ThrowsAsync<KubeApiException>(() => cluster.Create("a"))).IsAlreadyExists);

        var patch = (JsonObject)JsonNode.Parse("""{"data":{"colour":"blue"}}""")!;
        var patched = await client.PatchAsync(cluster.One("a"), patch, StandJson.Default.JsonObject, type, cancellationToken);
        Assert.Equal("blue", patched.Data["colour"]);
        var stale = (JsonObject)JsonNode.Parse($$$"""{"metadata":{"resourceVersion":"{{{created.Metadata.ResourceVersion}}}"}}""")!;
        await Assert.ThrowsAsync<ConflictException>(
            () => client.PatchAsync(cluster.One("a"), stale, StandJson.Default.JsonObject, type, cancellationToken));

        await Assert.ThrowsAsync<ConflictException>(() => client.DeleteAsync(cluster.One("a"), new Preconditions("another"), cancellationToken));
        await client.DeleteAsync(cluster.One("a"), new Preconditions(created.Metadata.Uid), cancellationToken);
        Assert.True((await Assert.ThrowsAsync<KubeApiException>(() => client.GetAsync(cluster.One("a"), type, cancellationToken))).IsNotFound);
    }

    [Theory, MemberData(nameof(ApiServers.Versions), MemberType = typeof(ApiServers))]
    public async Task Lists_come_in_pages_and_a_watch_goes_on_from_there(string version)
    {
        using var cluster = await RealCluster.OpenAsync(await servers.GetAsync(version));
        var (client, type, cancellationToken) = (cluster.Client, StandJson.Default.Widget, RealCluster.Patience());
        for (var i = 0; i < 5; i++) await cluster.Create($"w{i}");
        var first = await client.ListAsync(cluster.Widgets, new ListOptions { Limit = 2 }, type, cancellationToken);
        Assert.NotNull(first.Continue);
        var second = await client.ListAsync(cluster.Widgets, new ListOptions { Limit = 10, Continue = first.Continue }, type, cancellationToken);
        Assert.Null(second.Continue);
        Assert.Equal(["w0", "w1", "w2", "w3", "w4"], first.Items.Concat(second.Items).Select(w => w.Metadata.Name).Order());

        await cluster.Create("late");
        var watch = new WatchOptions { ResourceVersion = second.ResourceVersion, Timeout = TimeSpan.FromMinutes(5) };
        await foreach (var change in client.WatchAsync(cluster.Widgets, watch, type, cancellationToken))
        {
            if (change.Type == WatchEventType.Bookmark) continue;
            Assert.Equal((WatchEventType.Added, "late"), (change.Type, change.Value!.Metadata.Name));
            break;
        }
    }

    [Theory, MemberData(nameof(ApiServers.Versions), MemberType = typeof(ApiServers))]
    public async Task A_user_without_rights_is_refused_with_the_reason(string version)
    {
        var server = await servers.GetAsync(version);
        using var connection = KubeConfig.Load(server.ServiceAccount("default", "nobody"));
        var client = new KubeClient(
            connection.Http, connection.Address, "tester", TimeProvider.System, new Random(1));
        var error = await Assert.ThrowsAsync<KubeApiException>(
            () => client.ListAsync(Widget.Path, new ListOptions(), StandJson.Default.Widget, RealCluster.Patience()));
        Assert.Equal(("Forbidden", true), (error.Reason, error.IsRefused));
        Assert.Contains("system:serviceaccount:default:nobody", error.Message, StringComparison.Ordinal);
    }
}
