using VpcMirrorOperator.Kinds.Sessions;
using VpcMirrorOperator.Storage;
using VpcMirrorOperator.TestSupport;
using VpcMirrorOperator.TestSupport.Fuzzing;

namespace VpcMirrorOperator.Core.Tests.Storage;

/// <summary>A state file that somebody edited, or that a disk spoiled.</summary>
public sealed class SpoiledStateTests : IDisposable
{
    private readonly Stores _stores = new();

    public void Dispose() => _stores.Dispose();

    [Fact]
    public async Task Is_read_or_named_in_the_error()
    {
        var store = await _stores.OpenAsync(Manifest.Valid);
        await store.WriteStatusAsync(store.Find(Stores.Web)!, Stores.Status(7), TestContext.Current.CancellationToken);
        var file = Path.Join(_stores.Folder.Path, "default_web.json");
        string[] good = [File.ReadAllText(file)];

        Fuzz.Run(1_500, good, content =>
        {
            File.WriteAllBytes(file, content);
            try
            {
                _stores.OpenAsync(Manifest.Valid).GetAwaiter().GetResult();
            }
            catch (StateFolderException error)
            {
                Assert.Contains("default_web.json", error.Message, StringComparison.Ordinal);
            }
        });
    }

    [Theory]
    [InlineData("\"spec\": null")]
    [InlineData("\"annotations\": null, \"spec\": {}")]
    public async Task With_a_null_for_a_part_is_named(string part)
    {
        await _stores.OpenAsync(Manifest.Valid);
        _stores.Folder.Write("default_web.json", $$"""
            {"format": "{{StateRecord.CurrentFormat}}", "namespace": "default", "name": "web", "uid": "u", "resourceVersion": 1,
             "generation": 1, "creationTimestamp": null, "annotations": {}, {{part}}}
            """);
        var error = await Assert.ThrowsAsync<StateFolderException>(() => _stores.OpenAsync(Manifest.Valid));
        Assert.Contains("default_web.json", error.Message, StringComparison.Ordinal);
    }
}
