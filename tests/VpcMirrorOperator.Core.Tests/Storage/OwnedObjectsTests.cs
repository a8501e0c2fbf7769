using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Kinds.Sessions;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.TestSupport;

namespace VpcMirrorOperator.Core.Tests.Storage;

/// <summary>Objects that the operator makes beside those of the manifests.</summary>
public sealed class OwnedObjectsTests : IDisposable
{
    private static readonly ObjectKey Made = new("default", "made");
    private readonly Stores _stores = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _stores.Dispose();

    [Fact]
    public async Task What_is_created_is_found_listed_and_claims_its_session()
    {
        var store = await _stores.OpenAsync(Manifest.Valid);

        var created = await store.CreateAsync(Item(), Ct);

        Assert.Equal(("uid-2", 1L, "1"), (created.Metadata.Uid, created.Metadata.Generation, created.Metadata.ResourceVersion));
        Assert.Equal("a", created.Metadata.Labels["policy"]);
        Assert.Equal("owner", Assert.Single(created.Metadata.OwnerReferences!).Name);
        Assert.Same(created, store.Find(Made));
        Assert.Contains(created, store.List());
        Assert.Same(created, Assert.Single(store.ClaimantsOf(created.Session())));
    }

    [Fact]
    public async Task It_survives_a_reload_and_the_process_with_its_status()
    {
        var store = await _stores.OpenAsync(Manifest.Valid);
        var written = await store.WriteStatusAsync(await store.CreateAsync(Item(), Ct), Stores.Status(7), Ct);
        Assert.Empty(await store.ReloadAsync(Stores.Sessions(Manifest.Valid), Ct));
        Assert.Same(written, store.Find(Made));

        var again = (await _stores.OpenAsync(Manifest.Valid)).Find(Made)!;

        Assert.Equal((written.Metadata.Uid, "2"), (again.Metadata.Uid, again.Metadata.ResourceVersion));
        Assert.Equal(7L, again.Status!.OperationSequence);
        Assert.Equal(("a", "owner"), (again.Metadata.Labels["policy"], again.Metadata.OwnerReferences![0].Name));
    }

    [Fact]
    public async Task To_create_what_exists_is_a_conflict_also_when_another_process_made_it()
    {
        var (store, other) = (await _stores.OpenAsync(Manifest.Valid), await _stores.OpenAsync(Manifest.Valid));
        var created = await store.CreateAsync(Item(), Ct);

        await Assert.ThrowsAsync<ConflictException>(async () => await store.CreateAsync(Item(), Ct));
        await Assert.ThrowsAsync<ConflictException>(async () => await other.CreateAsync(Item(), Ct));
        Assert.Equal(created.Metadata.Uid, other.Find(Made)!.Metadata.Uid);
        await Assert.ThrowsAsync<ConflictException>(async () => await store.CreateAsync(Item("web"), Ct));
    }

    [Fact]
    public async Task A_change_is_fenced_and_counts_a_generation_only_for_the_spec()
    {
        var store = await _stores.OpenAsync(Manifest.Valid);
        var created = await store.CreateAsync(Item(), Ct);

        var unlabelled = created.Metadata with { Labels = new Dictionary<string, string>() };
        var bare = await store.ChangeAsync(created, created with { Metadata = unlabelled }, Ct);
        var changed = await store.ChangeAsync(bare, bare with { Spec = bare.Spec with { SourceIds = ["eni-z9"] } }, Ct);

        Assert.Equal((1L, "2"), (bare.Metadata.Generation, bare.Metadata.ResourceVersion));
        Assert.Empty(bare.Metadata.Labels);
        Assert.Equal((2L, "3"), (changed.Metadata.Generation, changed.Metadata.ResourceVersion));
        Assert.Equal(["eni-z9"], changed.Spec.SourceIds);
        await Assert.ThrowsAsync<ConflictException>(async () => await store.ChangeAsync(created, created with { Spec = changed.Spec }, Ct));
        Assert.Same(changed, await store.ChangeAsync(changed, changed, Ct));
    }

    [Fact]
    public async Task A_deletion_is_fenced_final_and_may_be_repeated()
    {
        var store = await _stores.OpenAsync(Manifest.Valid);
        var created = await store.CreateAsync(Item(), Ct);
        var written = await store.WriteStatusAsync(created, Stores.Status(1), Ct);
        await Assert.ThrowsAsync<ConflictException>(async () => await store.DeleteAsync(created, Ct));

        await store.DeleteAsync(written, Ct);
        await store.DeleteAsync(written, Ct);

        Assert.Null(store.Find(Made));
        Assert.Null((await _stores.OpenAsync(Manifest.Valid)).Find(Made));
        Assert.NotEqual(created.Metadata.Uid, (await store.CreateAsync(Item(), Ct)).Metadata.Uid);
    }

    [Fact]
    public async Task A_deleted_object_with_a_call_on_its_way_still_claims_its_session()
    {
        var store = await _stores.OpenAsync(Manifest.Valid);
        var open = new TrafficMirrorSessionStatus { Operation = Open() };
        var writing = await store.WriteStatusAsync(await store.CreateAsync(Item(), Ct), open, Ct);

        await store.DeleteAsync(writing, Ct);

        Assert.Null(store.Find(Made));
        Assert.Equal(writing.Metadata.Uid, Assert.Single(store.ClaimantsOf(writing.Session())).Metadata.Uid);
        Assert.Single((await _stores.OpenAsync(Manifest.Valid)).ClaimantsOf(writing.Session()));
        var again = await store.CreateAsync(Item(), Ct);
        Assert.Equal(1, again.Status!.Operation!.Sequence);
        Assert.Same(again, Assert.Single(store.ClaimantsOf(again.Session())));
    }

    [Fact]
    public async Task Another_identity_under_the_name_of_a_former_object_leaves_its_call_known()
    {
        var store = await _stores.OpenAsync(Manifest.Valid);
        var open = new TrafficMirrorSessionStatus { Operation = Open() };
        var writing = await store.WriteStatusAsync(await store.CreateAsync(Item(), Ct), open, Ct);
        await store.DeleteAsync(writing, Ct);

        var item = Item();
        var next = await store.CreateAsync(item with { Spec = item.Spec with { TrafficMirrorSessionId = "tms-other" } }, Ct);

        Assert.NotEqual(writing.Metadata.Uid, next.Metadata.Uid);
        Assert.Equal(writing.Metadata.Uid, Assert.Single(store.ClaimantsOf(writing.Session())).Metadata.Uid);
    }

    [Fact]
    public async Task An_object_of_a_manifest_is_neither_changed_nor_deleted()
    {
        var store = await _stores.OpenAsync(Manifest.Valid);
        var declared = store.Find(Stores.Web)!;

        await Assert.ThrowsAsync<InvalidOperationException>(async () => await store.DeleteAsync(declared, Ct));
        await Assert.ThrowsAsync<InvalidOperationException>(
            async () => await store.ChangeAsync(declared, declared with { Spec = declared.Spec with { SourceIds = [] } }, Ct));
        Assert.Same(declared, store.Find(Stores.Web));
    }

    [Fact]
    public async Task A_manifest_of_the_same_name_takes_the_object_over()
    {
        var store = await _stores.OpenAsync(Manifest.With("name: web", "name: other"));
        var item = Stores.Sessions(Manifest.Valid)[0];
        var made = await store.CreateAsync(item, Ct);

        await store.ReloadAsync([item], Ct);

        var declared = store.Find(Stores.Web)!;
        Assert.Equal((made.Metadata.Uid, "2"), (declared.Metadata.Uid, declared.Metadata.ResourceVersion));
        await Assert.ThrowsAsync<ConflictException>(async () => await store.DeleteAsync(made, Ct));
        await store.ReloadAsync([], Ct);
        Assert.Null(store.Find(Stores.Web));
    }

    private static OperationState Open() => new()
    {
        Sequence = 1, Verb = OperationVerb.Add, Ids = ["eni-1"], ClientToken = "t", StartedAt = DateTimeOffset.UnixEpoch, Holder = "me",
    };

    private static TrafficMirrorSession Item(string name = "made") => new()
    {
        Metadata = new ObjectMeta
        {
            Namespace = "default",
            Name = name,
            Labels = new Dictionary<string, string> { ["policy"] = "a" },
            OwnerReferences = [new OwnerReference { ApiVersion = "v1", Kind = "Owner", Name = "owner", Uid = "o1" }],
        },
        Spec = new TrafficMirrorSessionSpec { RegionId = "cn-hangzhou", TrafficMirrorSessionId = "tms-made", SourceIds = ["eni-1"] },
    };
}
