using Microsoft.Extensions.Logging.Abstractions;
using VpcMirrorOperator.Api.Json;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Kinds.Sessions;
using VpcMirrorOperator.Kubernetes.Client;
using VpcMirrorOperator.Kubernetes.Informers;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.Storage;
using VpcMirrorOperator.TestSupport.Clusters;

namespace VpcMirrorOperator.IntegrationTests.Storage;

/// <summary>Objects that the operator creates, changes and deletes on real API servers.</summary>
public class OwnedObjectsTests
{
    private bool _leads = true;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Each_write_is_carried_out_once_and_only_on_the_object_that_was_read(bool oldest)
    {
        await using var cluster = await TestCluster.StartAsync(oldest);
        using var server = KubeConfig.Load(cluster.Server.AdminKubeconfig);
        var store = Store(server);

        var created = await CreatedAsync(store);
        var changed = await ChangedAsync(store, created);
        await AnotherLifeIsLeftAloneAsync(cluster, store, changed);
    }

    [Fact]
    public async Task A_process_that_does_not_lead_writes_nothing()
    {
        await using var cluster = await TestCluster.StartAsync();
        using var server = KubeConfig.Load(cluster.Server.AdminKubeconfig);
        var store = Store(server);
        var created = await store.CreateAsync(Item(), Ct);
        _leads = false;
        await Assert.ThrowsAsync<ConflictException>(async () => await store.CreateAsync(Item("other"), Ct));
        await Assert.ThrowsAsync<ConflictException>(async () => await store.ChangeAsync(created, Listing(created, "eni-2"), Ct));
        await Assert.ThrowsAsync<ConflictException>(async () => await store.DeleteAsync(created, Ct));
        Assert.Equal("made", (await cluster.KubectlAsync("get", "tms", "-o", "jsonpath={.items[*].metadata.name}")).Trim());
    }

    [Fact]
    public async Task What_is_not_read_of_an_object_is_not_taken_away_by_any_write()
    {
        await using var cluster = await TestCluster.StartAsync();
        using var server = KubeConfig.Load(cluster.Server.AdminKubeconfig);
        var store = Store(server);
        var theirs = new Dictionary<string, string> { ["theirs"] = "kept" };
        var metadata = Item().Metadata with { Annotations = theirs, Labels = theirs, Finalizers = ["their.own/one"] };

        var created = await store.CreateAsync(Item() with { Metadata = metadata }, Ct);
        Assert.False(created.Metadata.Annotations.ContainsKey("theirs") || created.Metadata.Labels.ContainsKey("theirs"));
        var ours = created.Metadata with { Labels = new Dictionary<string, string> { ["policy"] = "a" } };
        var changed = await store.ChangeAsync(created, Listing(created with { Metadata = ours }, "eni-2"), Ct);
        var held = await store.WriteFinalizersAsync(changed, [.. changed.Metadata.Finalizers, "our.own/one"], Ct);
        await store.WriteStatusAsync(held, held with { Status = new TrafficMirrorSessionStatus { OperationSequence = 9 } }, Ct);

        const string path = "jsonpath={.metadata.annotations.theirs} {.metadata.labels} {.metadata.finalizers} {.status.operationSequence}";
        Assert.Equal(
            """kept {"policy":"a","theirs":"kept"} ["their.own/one","our.own/one"] 9""",
            (await cluster.KubectlAsync("get", "tms/made", "-o", path)).Trim());
    }

    private static async Task<TrafficMirrorSession> CreatedAsync(KubernetesObjectStore<TrafficMirrorSession> store)
    {
        var created = await store.CreateAsync(Item() with { Status = new TrafficMirrorSessionStatus { OperationSequence = 9 } }, Ct);
        var metadata = created.Metadata;
        Assert.Equal((1L, "a", "owner"), (metadata.Generation, metadata.Labels["policy"], metadata.OwnerReferences![0].Name));
        Assert.Equal(["eni-1"], created.Spec.SourceIds);
        Assert.Null(created.Status);
        await Assert.ThrowsAsync<ConflictException>(async () => await store.CreateAsync(Item(), Ct));
        return created;
    }

    private static async Task<TrafficMirrorSession> ChangedAsync(
        KubernetesObjectStore<TrafficMirrorSession> store, TrafficMirrorSession created)
    {
        var wanted = Listing(created, "eni-2", "eni-3");
        wanted = wanted with
        {
            Metadata = wanted.Metadata with
            {
                Labels = new Dictionary<string, string> { ["policy"] = "b" },
                Annotations = new Dictionary<string, string> { ["note"] = "n" },
            },
        };
        var changed = await store.ChangeAsync(created, wanted, Ct);
        Assert.Equal(["eni-2", "eni-3"], changed.Spec.SourceIds);
        var metadata = changed.Metadata;
        Assert.Equal((2L, "b", "n"), (metadata.Generation, metadata.Labels["policy"], metadata.Annotations["note"]));
        await Assert.ThrowsAsync<ConflictException>(async () => await store.ChangeAsync(created, wanted, Ct));
        Assert.Same(changed, await store.ChangeAsync(changed, changed, Ct));

        var unlabelled = metadata with { Labels = new Dictionary<string, string>() };
        var bare = await store.ChangeAsync(changed, changed with { Metadata = unlabelled }, Ct);
        Assert.Empty(bare.Metadata.Labels);
        Assert.Equal((2L, "n"), (bare.Metadata.Generation, bare.Metadata.Annotations["note"]));
        await Assert.ThrowsAsync<ConflictException>(async () => await store.DeleteAsync(changed, Ct));
        return bare;
    }

    private static async Task AnotherLifeIsLeftAloneAsync(
        TestCluster cluster, KubernetesObjectStore<TrafficMirrorSession> store, TrafficMirrorSession former)
    {
        await store.DeleteAsync(former, Ct);
        await store.DeleteAsync(former, Ct);
        await Assert.ThrowsAsync<ConflictException>(async () => await store.ChangeAsync(former, Listing(former, "eni-4"), Ct));

        var next = await store.CreateAsync(Item(), Ct);
        Assert.NotEqual(former.Metadata.Uid, next.Metadata.Uid);
        await Assert.ThrowsAsync<ConflictException>(async () => await store.ChangeAsync(former, Listing(former, "eni-4"), Ct));
        await Assert.ThrowsAsync<ConflictException>(async () => await store.DeleteAsync(former, Ct));
        Assert.Equal(next.Metadata.Uid, (await cluster.KubectlAsync("get", "tms/made", "-o", "jsonpath={.metadata.uid}")).Trim());
    }

    private KubernetesObjectStore<TrafficMirrorSession> Store(KubeConnection server)
    {
        // A kind whose objects the operator makes keeps what the operator writes.
        var kept = new KeptMetadata { Labels = ["policy"], Annotations = ["note"] };
        var kind = SessionKind.Resource with { Type = kept.Of(OperatorJson.Default.TrafficMirrorSession) };
        var client = new KubeClient(server.Http, server.Address, "test", TimeProvider.System, new Random(1));
        var options = new InformerOptions<TrafficMirrorSession>
        {
            Resource = kind.Path, Type = kind.Type, Meta = session => session.Metadata, Indexes = kind.Indexes,
        };
        var informer = new Informer<TrafficMirrorSession>(client, options, TimeProvider.System, new Random(1), NullLogger.Instance);
        return new KubernetesObjectStore<TrafficMirrorSession>(kind, client, informer, () => _leads);
    }

    private static TrafficMirrorSession Listing(TrafficMirrorSession session, params string[] ids) =>
        session with { Spec = session.Spec with { SourceIds = ids } };

    private static TrafficMirrorSession Item(string name = "made") => new()
    {
        Metadata = new ObjectMeta
        {
            Namespace = "default",
            Name = name,
            Labels = new Dictionary<string, string> { ["policy"] = "a" },
            OwnerReferences = [new OwnerReference { ApiVersion = "v1", Kind = "ConfigMap", Name = "owner", Uid = "o1" }],
        },
        Spec = new TrafficMirrorSessionSpec { RegionId = "cn-hangzhou", TrafficMirrorSessionId = "tms-made", SourceIds = ["eni-1"] },
    };
}
