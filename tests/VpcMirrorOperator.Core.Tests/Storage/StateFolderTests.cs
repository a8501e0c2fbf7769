using VpcMirrorOperator.Kinds.Sessions;
using VpcMirrorOperator.Storage;
using VpcMirrorOperator.TestSupport;

namespace VpcMirrorOperator.Core.Tests.Storage;

public sealed class StateFolderTests : IDisposable
{
    private readonly Stores _stores = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _stores.Dispose();

    [Theory]
    [InlineData("", "not a readable state file")]
    [InlineData("{\"format\": \"vpcmirror.io/state-v1\", \"name\":", "not a readable state file")]
    [InlineData("{\"name\": \"web\"}", "not a readable state file")]
    [InlineData("null", "not of the format")]
    public async Task A_corrupt_file_is_named_and_nothing_is_changed(string text, string problem)
    {
        _stores.Folder.Write("default_web.json", text);
        var other = Manifest.With("name: web", "name: a-first").Replace("tms-a1", "tms-b2", StringComparison.Ordinal);

        var error = await Assert.ThrowsAsync<StateFolderException>(() => _stores.OpenAsync(other + "\n---\n" + Manifest.Valid));

        Assert.Contains("default_web.json", error.Message, StringComparison.Ordinal);
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Join(_stores.Folder.Path, "default_a-first.json")));
        Assert.Equal(text, File.ReadAllText(Path.Join(_stores.Folder.Path, "default_web.json")));
    }

    [Fact]
    public async Task A_file_of_another_object_or_format_is_refused()
    {
        await _stores.OpenAsync(Manifest.Valid);
        var file = Path.Join(_stores.Folder.Path, "default_web.json");
        var good = File.ReadAllText(file);

        File.WriteAllText(file, good.Replace("state-v1", "state-v9", StringComparison.Ordinal));
        Assert.Contains(
            "not of the format", (await Assert.ThrowsAsync<StateFolderException>(() => _stores.OpenAsync(Manifest.Valid))).Message,
            StringComparison.Ordinal);
        File.WriteAllText(file, good.Replace("\"name\": \"web\"", "\"name\": \"wob\"", StringComparison.Ordinal));
        Assert.Contains(
            "holds the state of default/wob",
            (await Assert.ThrowsAsync<StateFolderException>(() => _stores.OpenAsync(Manifest.Valid))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_crash_in_the_middle_of_a_write_leaves_the_old_state()
    {
        var store = await _stores.OpenAsync(Manifest.Valid);
        await store.WriteStatusAsync(store.Find(Stores.Web)!, Stores.Status(5), Ct);
        _stores.Folder.Write(".default_web.json.tmp", "{\"half");

        store = await _stores.OpenAsync(Manifest.Valid);

        Assert.Equal(5, store.Find(Stores.Web)!.Status!.OperationSequence);
        await store.WriteStatusAsync(store.Find(Stores.Web)!, Stores.Status(6), Ct);
    }

    [Fact]
    public async Task A_lock_that_is_not_given_back_is_an_error_in_the_end()
    {
        var store = await _stores.OpenAsync(Manifest.Valid);
        using var held = new StateFolder(_stores.Folder.Path, _stores.Time).TryLock(".lock");
        _stores.Time.AutoAdvanceAmount = TimeSpan.FromSeconds(11);

        var error = await Assert.ThrowsAsync<StateFolderException>(
            async () => await store.WriteStatusAsync(store.Find(Stores.Web)!, Stores.Status(1), Ct));

        Assert.Contains("held by another process", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_state_path_that_is_a_file_is_refused()
    {
        var file = _stores.Folder.Write("file", "");

        var error = await Assert.ThrowsAsync<StateFolderException>(() =>
            _stores.New(new StateFolder(file, _stores.Time)).ReloadAsync(Stores.Sessions(Manifest.Valid), Ct));

        Assert.Contains("--state", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_longest_names_have_files_of_their_own()
    {
        var name = new string('a', 252);
        var text = Manifest.With("name: web", $"name: {name}b") + "\n---\n"
            + Manifest.With("name: web", $"name: {name}c").Replace("tms-a1", "tms-b2", StringComparison.Ordinal);

        await _stores.OpenAsync(text);

        Assert.Equal(2, Directory.GetFiles(_stores.Folder.Path, "*.json").Length);
    }
}
