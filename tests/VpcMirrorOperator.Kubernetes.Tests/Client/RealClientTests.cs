using VpcMirrorOperator.Kubernetes.Client;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.Kubernetes.Tests.Support;

namespace VpcMirrorOperator.Kubernetes.Tests.Client;

public class RealClientTests(ApiServers servers)
{
    [Theory, MemberData(nameof(ApiServers.Versions), MemberType = typeof(ApiServers))]
    public async Task Objects_are_created_read_and_patched_under_a_fence(string version)
    {
        using var cluster = await RealCluster.OpenAsync(await servers.GetAsync(version));
        var created = await cluster.Create("a");
        Assert.True((await Assert.ThrowsAsync<KubeApiException>(() => cluster.Create("a"))).IsAlreadyExists);
        var patched = await cluster.Patch("a", """{"data":{"colour":"blue"}}""");
        Assert.Equal(("blue", created.Metadata.Uid), (patched.Data["colour"], patched.Metadata.Uid));
        Assert.NotEqual(created.Metadata.ResourceVersion, patched.Metadata.ResourceVersion);
        var stale = $$$"""{"metadata":{"resourceVersion":"{{{created.Metadata.ResourceVersion}}}"},"data":{"colour":"green"}}""";
        await Assert.ThrowsAsync<ConflictException>(() => cluster.Patch("a", stale));
        Assert.Equal("blue", (await cluster.Get("a")).Data["colour"]);
        await cluster.Delete("a", null);
        await cluster.Create("a");
        var former = $$$"""{"metadata":{"uid":"{{{patched.Metadata.Uid}}}","resourceVersion":"{{{patched.Metadata.ResourceVersion}}}"}}""";
        await Assert.ThrowsAsync<ConflictException>(() => cluster.Patch("a", former));
    }

    [Theory, MemberData(nameof(ApiServers.Versions), MemberType = typeof(ApiServers))]
    public async Task An_object_is_only_deleted_when_uid_and_version_are_those_that_were_read(string version)
    {
        using var cluster = await RealCluster.OpenAsync(await servers.GetAsync(version));
        var created = (await cluster.Create("a")).Metadata;
        var patched = (await cluster.Patch("a", """{"data":{"colour":"blue"}}""")).Metadata;
        await Assert.ThrowsAsync<ConflictException>(() => cluster.Delete("a", new Preconditions("another")));
        await Assert.ThrowsAsync<ConflictException>(() => cluster.Delete("a", new Preconditions(created.Uid, created.ResourceVersion)));
        await cluster.Delete("a", new Preconditions(patched.Uid, patched.ResourceVersion));
        Assert.True((await Assert.ThrowsAsync<KubeApiException>(() => cluster.Get("a"))).IsNotFound);
        Assert.True((await Assert.ThrowsAsync<KubeApiException>(() => cluster.Delete("a", null))).IsNotFound);
    }

    [Theory, MemberData(nameof(ApiServers.Versions), MemberType = typeof(ApiServers))]
    public async Task A_deleted_object_with_a_finalizer_stays_until_the_finalizer_is_taken_off(string version)
    {
        using var cluster = await RealCluster.OpenAsync(await servers.GetAsync(version));
        await cluster.Create("a");
        await cluster.Patch("a", """{"metadata":{"finalizers":["example.com/test"]}}""");
        await cluster.Delete("a", null);
        Assert.NotNull((await cluster.Get("a")).Metadata.DeletionTimestamp);
        await cluster.Patch("a", """{"metadata":{"finalizers":null}}""");
        Assert.True((await Assert.ThrowsAsync<KubeApiException>(() => cluster.Get("a"))).IsNotFound);
    }

    [Theory, MemberData(nameof(ApiServers.Versions), MemberType = typeof(ApiServers))]
    public async Task An_owned_object_names_its_controller(string version)
    {
        using var cluster = await RealCluster.OpenAsync(await servers.GetAsync(version));
        var owner = await cluster.Create("owner");
        var reference = new OwnerReference
        {
            ApiVersion = "v1", Kind = "ConfigMap", Name = "owner", Uid = owner.Metadata.Uid, Controller = true,
        };
        var owned = new Widget { Metadata = new() { Name = "owned", Namespace = cluster.Namespace, OwnerReferences = [reference] } };
        await cluster.Client.CreateAsync(cluster.Widgets, owned, WidgetJson.Default.Widget, RealCluster.Patience());
        Assert.Equal([reference], (await cluster.Get("owned")).Metadata.OwnerReferences!);
        Assert.Null((await cluster.Get("owner")).Metadata.OwnerReferences);
    }

    [Theory, MemberData(nameof(ApiServers.Versions), MemberType = typeof(ApiServers))]
    public async Task Lists_come_in_pages_and_a_watch_goes_on_from_there(string version)
    {
        using var cluster = await RealCluster.OpenAsync(await servers.GetAsync(version));
        var (client, type, cancellationToken) = (cluster.Client, WidgetJson.Default.Widget, RealCluster.Patience());
        for (var i = 0; i < 5; i++) await cluster.Create($"w{i}");
        var first = await client.ListAsync(cluster.Widgets, new ListOptions { Limit = 2 }, type, cancellationToken);
        Assert.NotNull(first.Continue);
        var rest = new ListOptions { Limit = 10, Continue = first.Continue };
        var second = await client.ListAsync(cluster.Widgets, rest, type, cancellationToken);
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
            () => client.ListAsync(Widget.Path, new ListOptions(), WidgetJson.Default.Widget, RealCluster.Patience()));
        Assert.Equal(("Forbidden", true), (error.Reason, error.IsRefused));
        Assert.Contains("system:serviceaccount:default:nobody", error.Message, StringComparison.Ordinal);
    }
}
