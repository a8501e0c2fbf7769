using VpcMirrorOperator.TestSupport.ApiServers;

namespace VpcMirrorOperator.IntegrationTests.Docs;

/// <summary>
/// The commands of the pages, run as written: all blocks of a page one after the other in one shell, in a folder with the files of
/// the repository, against an API server of its own. A block that cannot be run here says why in a comment above it.
/// </summary>
public class CommandTests
{
    /// <summary>Pages with commands to run.</summary>
    public static TheoryData<string> PagesToRun => [.. Pages.All.Where(page => Commands(page).Any(block => block.NotRun is null))];

    public static TheoryData<string> AllPages => [.. Pages.All];

    [Theory]
    [MemberData(nameof(AllPages))]
    public void Every_block_says_what_it_is_so_that_commands_are_known_as_such(string path) =>
        Assert.DoesNotContain(new MarkdownPage(path).Blocks, block => block.Language.Length == 0);

    [Theory]
    [MemberData(nameof(PagesToRun))]
    public async Task The_commands_of_a_page_work_as_written(string path)
    {
        var binaries = ApiServerBinaries.Find();
        if (binaries.Count == 0) Assert.Skip(ApiServerBinaries.SkipReason);
        if (DocsShell.Missing(Commands(path)) is { } missing) Assert.Skip(missing);
        await using var server = await ApiServerFixture.StartAsync(binaries[^1]);
        using var shell = new DocsShell(server);
        var result = await shell.RunAsync([.. Commands(path).Where(block => block.NotRun is null)]);
        Assert.True(result.ExitCode == 0, $"{path}: exit code {result.ExitCode}\n{result.Output}");
    }

    private static IEnumerable<CodeBlock> Commands(string path) => new MarkdownPage(path).Blocks.Where(block => block.Language == "sh");
}
