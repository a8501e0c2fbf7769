using VpcMirrorOperator.Manifests;
using VpcMirrorOperator.TestSupport;

namespace VpcMirrorOperator.Core.Tests.Manifests;

public sealed class ManifestFilesTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_folder_is_read_in_order_with_its_subfolders_and_without_hidden_ones()
    {
        folder.Write("m/b.yml", "b");
        folder.Write("m/a.yaml", "a");
        folder.Write("m/sub/c.json", "c");
        folder.Write("m/readme.md", "no");
        folder.Write("m/.git/d.yaml", "no");
        Directory.CreateSymbolicLink(Path.Join(folder.Path, "m/sub/up"), folder.Path);

        var (texts, errors) = Read("m");

        Assert.Empty(errors);
        Assert.Equal([new("m/a.yaml", "a"), new("m/b.yml", "b"), new("m/sub/c.json", "c")], texts);
    }

    [Fact]
    public void A_dash_is_standard_input()
    {
        var (texts, _) = Read("-");

        Assert.Equal(new ManifestText("-", "typed"), Assert.Single(texts));
    }

    [Fact]
    public void A_file_named_twice_is_read_once()
    {
        folder.Write("m/a.yaml", "a");

        Assert.Single(Read("m", "m/a.yaml").Texts);
    }

    [Fact]
    public void A_path_that_does_not_exist_and_an_empty_folder_are_errors()
    {
        Directory.CreateDirectory(Path.Join(folder.Path, "empty"));

        var (_, errors) = Read("nowhere", "empty");

        Assert.Equal(
            [
                "nowhere: no such file or folder. Give a manifest file, a folder of manifests, or - for standard input.",
                "empty: the folder holds no *.yaml, *.yml or *.json file. Check the path.",
            ],
            errors.Select(e => e.ToString()));
    }

    private (IReadOnlyList<ManifestText> Texts, IReadOnlyList<ManifestError> Errors) Read(params string[] paths) =>
        ManifestFiles.Read(paths, folder.Path, new StringReader("typed"));
}
