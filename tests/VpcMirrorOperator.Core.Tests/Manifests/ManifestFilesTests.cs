using VpcMirrorOperator.Manifests;
using VpcMirrorOperator.TestSupport;

namespace VpcMirrorOperator.Core.Tests.Manifests;

public sealed class ManifestFilesTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_folder_is_read_in_order_with_its_subfolders_and_without_hidden_ones()
    {
        _folder.Write("m/b.yml", "b");
        _folder.Write("m/a.yaml", "a");
        _folder.Write("m/sub/c.json", "c");
        _folder.Write("m/readme.md", "no");
        _folder.Write("m/.git/d.yaml", "no");
        Directory.CreateSymbolicLink(Path.Join(_folder.Path, "m/sub/up"), _folder.Path);

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
        _folder.Write("m/a.yaml", "a");

        Assert.Single(Read("m", "m/a.yaml").Texts);
    }

    [Fact]
    public void A_path_that_does_not_exist_and_an_empty_folder_are_errors()
    {
        Directory.CreateDirectory(Path.Join(_folder.Path, "empty"));

        var (_, errors) = Read("nowhere", "empty");

        Assert.Equal(
            [
                "nowhere: no such file or folder. Give a manifest file, a folder of manifests, or - for standard input.",
                "empty: the folder holds no *.yaml, *.yml or *.json file. Check the path.",
            ],
            errors.Select(e => e.ToString()));
    }

    private (IReadOnlyList<ManifestText> Texts, IReadOnlyList<ManifestError> Errors) Read(params string[] paths) =>
        ManifestFiles.Read(paths, _folder.Path, new StringReader("typed"));
}
