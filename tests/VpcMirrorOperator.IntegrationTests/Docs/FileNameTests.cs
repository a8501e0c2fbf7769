using System.Text.RegularExpressions;
using VpcMirrorOperator.TestSupport;

namespace VpcMirrorOperator.IntegrationTests.Docs;

/// <summary>Pages name source files in back quotes, from any folder downwards; whoever follows a name must find the file.</summary>
public partial class FileNameTests
{
    private static readonly Lazy<List<string>> Files = new(() =>
    [
        .. from root in (string[])["src", "tests"]
           from file in Directory.EnumerateFiles(Repository.PathOf(root), "*.cs", SearchOption.AllDirectories)
           select "/" + Path.GetRelativePath(Repository.PathOf(), file).Replace('\\', '/'),
    ]);

    public static TheoryData<string> AllPages => [.. Pages.All];

    [Theory]
    [MemberData(nameof(AllPages))]
    public void Every_source_file_that_a_page_names_exists(string page)
    {
        var names = FileName().Matches(File.ReadAllText(Repository.PathOf(page))).Select(match => match.Groups["name"].Value).Distinct();
        Assert.DoesNotContain(names, name => !Files.Value.Any(file => file.EndsWith("/" + name, StringComparison.Ordinal)));
    }

    /// <summary>Names with a placeholder such as <c>&lt;Kind&gt;</c> are none.</summary>
    [GeneratedRegex(@"`(?<name>[A-Za-z0-9_./-]+\.cs)`")]
    private static partial Regex FileName();
}
