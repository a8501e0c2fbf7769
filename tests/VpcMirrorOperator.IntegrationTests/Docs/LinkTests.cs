using VpcMirrorOperator.TestSupport;

namespace VpcMirrorOperator.IntegrationTests.Docs;

/// <summary>Links within the repository. Links to other sites are not followed: tests use no network.</summary>
public class LinkTests
{
    public static TheoryData<string> AllPages => [.. Pages.All];

    [Theory]
    [MemberData(nameof(AllPages))]
    public void Every_link_leads_to_a_file_and_a_heading_that_exist(string path)
    {
        var broken = new MarkdownPage(path).Links.Where(link => !Leads(path, link));
        Assert.Empty(broken);
    }

    private static bool Leads(string page, string link)
    {
        if (link.Contains("://", StringComparison.Ordinal) || link.StartsWith("mailto:", StringComparison.Ordinal)) return true;
        var parts = link.Split('#', 2);
        var target = parts[0].Length == 0 ? page : Path.Join(Path.GetDirectoryName(page), parts[0]);
        var full = Repository.PathOf(target);
        if (!File.Exists(full)) return Directory.Exists(full) && parts.Length == 1;
        return parts.Length == 1
            || new MarkdownPage(Path.GetRelativePath(Repository.PathOf(), Path.GetFullPath(full))).Anchors.Contains(parts[1]);
    }
}
