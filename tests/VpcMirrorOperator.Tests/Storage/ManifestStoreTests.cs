using System.Globalization;
using Microsoft.Extensions.Time.Testing;
using VpcMirrorOperator.Api;
using VpcMirrorOperator.Kubernetes.Control;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.Storage;
using VpcMirrorOperator.Tests.Manifests;

namespace VpcMirrorOperator.Tests.Storage;

public sealed class ManifestStoreTests : IDisposable
{
    private static readonly ObjectKey Web = new("default", "web");
    private readonly TempFolder folder = new();
    private readonly FakeTimeProvider time = new();
    private int uids;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_new_object_gets_identity_and_first_versions()
    {
        var session = (await OpenAsync(Manifest.Valid)).Find(Web)!;

        Assert.Equal("uid-1", session.Metadata.Uid);
        Assert.Equal(1, session.Metadata.Generation);
        Assert.Equal("1", session.Metadata.ResourceVersion);
        Assert.Equal(time.GetUtcNow(), session.Metadata.CreationTimestamp);
        Assert.Null(session.Status);
    }

    [Fact]
    public async Task Status_and_identity_survive_the_process()
    {
        var store = await OpenAsync(Manifest.Valid);
        await store.WriteStatusAsync(store.Find(Web)!, Status(7), Ct);

        var session = (await OpenAsync(Manifest.Valid)).Find(Web)!;

        Assert.Equal("uid-1", session.Metadata.Uid);
        Assert.Equal("2", session.Metadata.ResourceVersion);
        Assert.Equal(7, session.Status?.OperationSequence);
        Assert.Empty(session.Status!.Conditions);
    }

    [Fact]
    public async Task The_generation_grows_with_the_spec_only()
    {
        await OpenAsync(Manifest.Valid);

        var annotated = (await OpenAsync(Manifest.With("  name: web", "  name: web\n  annotations: {a: b}"))).Find(Web)!;
        Assert.Equal((1, "2"), (annotated.Metadata.Generation, annotated.Metadata.ResourceVersion));

        var changed = (await OpenAsync(Manifest.With("eni-b2", "eni-c3"))).Find(Web)!;
        Assert.Equal((2, "3"), (changed.Metadata.Generation, changed.Metadata.ResourceVersion));
    }

    [Fact]
    public async Task Another_session_under_the_same_name_is_another_object_without_the_old_status()
    {
        var store = await OpenAsync(Manifest.Valid);
        await store.WriteStatusAsync(store.Find(Web)!, Status(7), Ct);

        var session = (await OpenAsync(Manifest.With("tms-a1", "tms-b2"))).Find(Web)!;

        Assert.Equal("uid-2", session.Metadata.Uid);
        Assert.Null(session.Status);
    }

    [Fact]
    public async Task Of_two_processes_on_one_folder_one_gets_a_conflict_and_then_sees_the_others_write()
    {
        var (first, second) = (await OpenAsync(Manifest.Valid), await OpenAsync(Manifest.Valid));
        await first.WriteStatusAsync(first.Find(Web)!, Status(1), Ct);

        await Assert.ThrowsAsync<ConflictException>(async () => await second.WriteStatusAsync(second.Find(Web)!, Status(2), Ct));

        Assert.Equal(1, second.Find(Web)!.Status!.OperationSequence);
        await second.WriteStatusAsync(second.Find(Web)!, Status(2), Ct);
        Assert.Equal(2, (await OpenAsync(Manifest.Valid)).Find(Web)!.Status!.OperationSequence);
    }

    [Fact]
    public async Task Many_writers_at_once_lose_no_update()
    {
        var stores = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => OpenAsync(Manifest.Valid, TimeProvider.System)));

        await Task.WhenAll(stores.Select(store => CountUpAsync(store, times: 10)));

        Assert.Equal(40, (await OpenAsync(Manifest.Valid)).Find(Web)!.Status!.OperationSequence);
    }

    [Fact]
    public async Task A_stale_status_is_never_written()
    {
        var store = await OpenAsync(Manifest.Valid);
        var stale = store.Find(Web)!;
        await store.WriteStatusAsync(stale, Status(1), Ct);

        await Assert.ThrowsAsync<ConflictException>(async () => await store.WriteStatusAsync(stale, Status(2), Ct));
    }

    [Fact]
    public async Task A_reload_names_what_is_new_changed_and_gone()
    {
        var other = Manifest.With("name: web", "name: other").Replace("tms-a1", "tms-b2", StringComparison.Ordinal);
        var third = Manifest.With("name: web", "name: third").Replace("tms-a1", "tms-c3", StringComparison.Ordinal);
        var store = await OpenAsync(Manifest.Valid + "\n---\n" + other);

        Assert.Empty(await store.ReloadAsync(Sessions(Manifest.Valid + "\n---\n" + other), Ct));
        var touched = await store.ReloadAsync(Sessions(Manifest.With("eni-a1", "eni-z9") + "\n---\n" + third), Ct);

        Assert.Equal(["default/other", "default/third", "default/web"], touched.Select(k => k.ToString()).Order());
        Assert.Null(store.Find(new ObjectKey("default", "other")));
        Assert.True(File.Exists(Path.Join(folder.Path, "default_other.json")));
    }

    [Theory]
    [InlineData("", "not a readable state file")]
    [InlineData("{\"format\": \"vpcmirror.io/state-v1\", \"name\":", "not a readable state file")]
    [InlineData("{\"name\": \"web\"}", "not a readable state file")]
    [InlineData("null", "not of the format")]
    public async Task A_corrupt_file_is_named_and_nothing_is_changed(string text, string problem)
    {
        folder.Write("default_web.json", text);
        var other = Manifest.With("name: web", "name: a-first").Replace("tms-a1", "tms-b2", StringComparison.Ordinal);

        var error = await Assert.ThrowsAsync<StateFolderException>(() => OpenAsync(other + "\n---\n" + Manifest.Valid));

        Assert.Contains("default_web.json", error.Message, StringComparison.Ordinal);
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Join(folder.Path, "default_a-first.json")));
        Assert.Equal(text, File.ReadAllText(Path.Join(folder.Path, "default_web.json")));
    }

    [Fact]
    public async Task A_file_of_another_object_or_format_is_refused()
    {
        await OpenAsync(Manifest.Valid);
        var file = Path.Join(folder.Path, "default_web.json");
        var good = File.ReadAllText(file);

        File.WriteAllText(file, good.Replace("state-v1", "state-v9", StringComparison.Ordinal));
        Assert.Contains("not of the format", (await Assert.ThrowsAsync<StateFolderException>(() => OpenAsync(Manifest.Valid))).Message, StringComparison.Ordinal);
        File.WriteAllText(file, good.Replace("\"name\": \"web\"", "\"name\": \"wob\"", StringComparison.Ordinal));
        Assert.Contains("holds the state of default/wob", (await Assert.ThrowsAsync<StateFolderException>(() => OpenAsync(Manifest.Valid))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_crash_in_the_middle_of_a_write_leaves_the_old_state()
    {
        var store = await OpenAsync(Manifest.Valid);
        await store.WriteStatusAsync(store.Find(Web)!, Status(5), Ct);
        folder.Write(".default_web.json.tmp", "{\"half");

        store = await OpenAsync(Manifest.Valid);

        Assert.Equal(5, store.Find(Web)!.Status!.OperationSequence);
        await store.WriteStatusAsync(store.Find(Web)!, Status(6), Ct);
    }

    [Fact]
    public async Task A_lock_that_is_not_given_back_is_an_error_in_the_end()
    {
        var store = await OpenAsync(Manifest.Valid);
        using var held = new StateFolder(folder.Path, time).TryLock(".lock");
        time.AutoAdvanceAmount = TimeSpan.FromSeconds(11);

        var error = await Assert.ThrowsAsync<StateFolderException>(async () => await store.WriteStatusAsync(store.Find(Web)!, Status(1), Ct));

        Assert.Contains("held by another process", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_state_path_that_is_a_file_is_refused()
    {
        var file = folder.Write("file", "");

        var error = await Assert.ThrowsAsync<StateFolderException>(() =>
            ManifestStore.OpenAsync(new StateFolder(file, time), Sessions(Manifest.Valid), time, () => "u", Ct));

        Assert.Contains("--state", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_longest_names_have_files_of_their_own()
    {
        var name = new string('a', 252);
        var text = Manifest.With("name: web", $"name: {name}b") + "\n---\n"
            + Manifest.With("name: web", $"name: {name}c").Replace("tms-a1", "tms-b2", StringComparison.Ordinal);

        await OpenAsync(text);

        Assert.Equal(2, Directory.GetFiles(folder.Path, "*.json").Length);
    }

    private static TrafficMirrorSessionStatus Status(long sequence) => new() { OperationSequence = sequence };

    private static IReadOnlyList<TrafficMirrorSession> Sessions(string text)
    {
        var set = Manifest.Parse(text);
        Assert.Empty(set.Errors);
        return set.Sessions;
    }

    private static async Task CountUpAsync(ManifestStore store, int times)
    {
        await Task.Yield();
        while (times > 0)
        {
            try
            {
                var read = store.Find(Web)!;
                await store.WriteStatusAsync(read, Status((read.Status?.OperationSequence ?? 0) + 1), Ct);
                times--;
            }
            catch (ConflictException)
            {
                // Somebody else was first: read again.
            }
        }
    }

    private Task<ManifestStore> OpenAsync(string text, TimeProvider? clock = null) => ManifestStore.OpenAsync(
        new StateFolder(folder.Path, clock ?? time), Sessions(text), time,
        () => "uid-" + Interlocked.Increment(ref uids).ToString(CultureInfo.InvariantCulture), Ct);
}
