using VpcMirrorOperator.TestSupport;

namespace VpcMirrorOperator.IntegrationTests.Docs;

/// <summary>Templates that the forge reads; it says nothing when one of them is malformed, it leaves it out.</summary>
public class TemplateTests
{
    public static TheoryData<string> Forms =>
        [.. Directory.EnumerateFiles(Repository.PathOf(".github", "ISSUE_TEMPLATE")).Select(Path.GetFileName).OfType<string>()
            .Where(f => f != "config.yml")];

    [Theory]
    [MemberData(nameof(Forms))]
    public void An_issue_form_has_what_the_forge_requires(string file)
    {
        var form = YamlDocuments.Read(File.ReadAllText(Repository.PathOf(".github", "ISSUE_TEMPLATE", file))).Single();
        Assert.NotNull(form["name"]);
        Assert.NotNull(form["description"]);
        var fields = form["body"]!.AsArray().Where(f => (string?)f!["type"] != "markdown").ToList();
        Assert.NotEmpty(fields);
        Assert.All(fields, field => Assert.NotNull(field!["attributes"]!["label"]));
        Assert.Distinct(fields.Select(field => (string?)field!["id"]));
    }

    [Fact]
    public void Code_owners_own_paths_that_exist()
    {
        var owned = File.ReadLines(Repository.PathOf(".github", "CODEOWNERS"))
            .Where(line => line.Length > 0 && !line.StartsWith('#')).Select(line => line.Split(' ')[0]).Where(path => path != "*").ToList();
        Assert.NotEmpty(owned);
        Assert.All(owned, path => Assert.True(Path.Exists(Repository.PathOf(path.Trim('/'))), path));
    }
}
