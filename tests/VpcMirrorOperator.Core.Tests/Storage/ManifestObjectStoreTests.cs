using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Kinds.Sessions;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.Storage;
using VpcMirrorOperator.TestSupport;

namespace VpcMirrorOperator.Core.Tests.Storage;

public sealed class ManifestObjectStoreTests : IDisposable
{
    private readonly Stores _stores = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _stores.Dispose();

    [Fact]
    public async Task A_new_object_gets_identity_and_first_versions()
    {
        var session = (await _stores.OpenAsync(Manifest.Valid)).Find(Stores.Web)!;

        Assert.Equal("uid-1", session.Metadata.Uid);
        Assert.Equal(1, session.Metadata.Generation);
        Assert.Equal("1", session.Metadata.ResourceVersion);
        Assert.Equal(_stores.Time.GetUtcNow(), session.Metadata.CreationTimestamp);
        Assert.Null(session.Status);
    }

    [Fact]
    public async Task Status_and_identity_survive_the_process()
    {
        var store = await _stores.OpenAsync(Manifest.Valid);
        await store.WriteStatusAsync(store.Find(Stores.Web)!, Stores.Status(7), Ct);

        var session = (await _stores.OpenAsync(Manifest.Valid)).Find(Stores.Web)!;

        Assert.Equal("uid-1", session.Metadata.Uid);
        Assert.Equal("2", session.Metadata.ResourceVersion);
        Assert.Equal(7, session.Status?.OperationSequence);
        Assert.Empty(session.Status!.Conditions);
    }

    [Fact]
    public async Task The_generation_grows_with_the_spec_only()
    {
        await _stores.OpenAsync(Manifest.Valid);

        var annotated = (await _stores.OpenAsync(Manifest.With("  name: web", "  name: web\n  annotations: {a: b}"))).Find(Stores.Web)!;
        Assert.Equal((1, "2"), (annotated.Metadata.Generation, annotated.Metadata.ResourceVersion));

        var changed = (await _stores.OpenAsync(Manifest.With("eni-b2", "eni-c3"))).Find(Stores.Web)!;
        Assert.Equal((2, "3"), (changed.Metadata.Generation, changed.Metadata.ResourceVersion));
    }

    [Fact]
    public async Task Another_session_under_the_same_name_is_another_object_without_the_old_status()
    {
        var store = await _stores.OpenAsync(Manifest.Valid);
        await store.WriteStatusAsync(store.Find(Stores.Web)!, Stores.Status(7), Ct);

        var session = (await _stores.OpenAsync(Manifest.With("tms-a1", "tms-b2"))).Find(Stores.Web)!;

        Assert.Equal("uid-2", session.Metadata.Uid);
        Assert.Null(session.Status);
    }

    [Fact]
    public async Task Of_two_processes_on_one_folder_one_gets_a_conflict_and_then_sees_the_others_write()
    {
        var (first, second) = (await _stores.OpenAsync(Manifest.Valid), await _stores.OpenAsync(Manifest.Valid));
        await first.WriteStatusAsync(first.Find(Stores.Web)!, Stores.Status(1), Ct);

        await Assert.ThrowsAsync<ConflictException>(
            async () => await second.WriteStatusAsync(second.Find(Stores.Web)!, Stores.Status(2), Ct));

        Assert.Equal(1, second.Find(Stores.Web)!.Status!.OperationSequence);
        await second.WriteStatusAsync(second.Find(Stores.Web)!, Stores.Status(2), Ct);
        Assert.Equal(2, (await _stores.OpenAsync(Manifest.Valid)).Find(Stores.Web)!.Status!.OperationSequence);
    }

    [Fact]
    public async Task Many_writers_at_once_lose_no_update()
    {
        var opened = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _stores.OpenAsync(Manifest.Valid, TimeProvider.System)));

        await Task.WhenAll(opened.Select(store => CountUpAsync(store, times: 10)));

        Assert.Equal(40, (await _stores.OpenAsync(Manifest.Valid)).Find(Stores.Web)!.Status!.OperationSequence);
    }

    [Fact]
    public async Task A_stale_status_is_never_written()
    {
        var store = await _stores.OpenAsync(Manifest.Valid);
        var stale = store.Find(Stores.Web)!;
        await store.WriteStatusAsync(stale, Stores.Status(1), Ct);

        await Assert.ThrowsAsync<ConflictException>(async () => await store.WriteStatusAsync(stale, Stores.Status(2), Ct));
    }

    [Fact]
    public async Task A_reload_names_what_is_new_changed_and_gone()
    {
        var other = Manifest.With("name: web", "name: other").Replace("tms-a1", "tms-b2", StringComparison.Ordinal);
        var third = Manifest.With("name: web", "name: third").Replace("tms-a1", "tms-c3", StringComparison.Ordinal);
        var store = await _stores.OpenAsync(Manifest.Valid + "\n---\n" + other);

        Assert.Empty(await store.ReloadAsync(Stores.Sessions(Manifest.Valid + "\n---\n" + other), Ct));
        var touched = await store.ReloadAsync(Stores.Sessions(Manifest.With("eni-a1", "eni-z9") + "\n---\n" + third), Ct);

        Assert.Equal(["default/other", "default/third", "default/web"], touched.Select(k => k.ToString()).Order());
        Assert.Null(store.Find(new ObjectKey("default", "other")));
        Assert.True(File.Exists(Path.Join(_stores.Folder.Path, "default_other.json")));
    }

    private static async Task CountUpAsync(ManifestObjectStore<TrafficMirrorSession> store, int times)
    {
        await Task.Yield();
        while (times > 0)
        {
            try
            {
                var read = store.Find(Stores.Web)!;
                await store.WriteStatusAsync(read, Stores.Status((read.Status?.OperationSequence ?? 0) + 1), Ct);
                times--;
            }
            catch (ConflictException)
            {
                // Somebody else was first: read again.
            }
        }
    }
}
