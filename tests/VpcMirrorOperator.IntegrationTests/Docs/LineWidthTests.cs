using VpcMirrorOperator.TestSupport;

namespace VpcMirrorOperator.IntegrationTests.Docs;

/// <summary>The width that <c>.editorconfig</c> names. No analyzer of the SDK checks it.</summary>
public class LineWidthTests
{
    private const int Limit = 140;

    [Fact]
    public void The_limit_is_the_one_that_editors_are_told() =>
        Assert.Contains($"max_line_length = {Limit}", File.ReadAllText(Repository.PathOf(".editorconfig")), StringComparison.Ordinal);

    [Fact]
    public async Task No_line_of_code_is_longer()
    {
        string[] listing = ["-C", Repository.PathOf(), "ls-files", "--cached", "--others", "--exclude-standard", "*.cs"];
        var files = (await Command.RunAsync("git", "", listing)).Succeeded();
        var wide = files.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(f => File.Exists(Repository.PathOf(f)))
            .SelectMany(TooWide).ToList();
        Assert.Equal("", string.Join('\n', wide));
    }

    private static IEnumerable<string> TooWide(string file) =>
        File.ReadLines(Repository.PathOf(file)).Select((line, index) => (line, index)).Where(l => l.line.Length > Limit)
            .Select(l => $"{file}:{l.index + 1}: {l.line.Length}");
}
