using System.Text.Json.Nodes;
using System.Xml.Linq;
using VpcMirrorOperator.TestSupport;

namespace VpcMirrorOperator.IntegrationTests.Docs;

/// <summary>Where packages come from, and what is said about them.</summary>
public class PackageTests
{
    public static TheoryData<string> Projects => [.. Files("*.csproj")];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Every_project_has_a_lock_file_that_names_its_own_packages(string project)
    {
        var file = Path.Join(Path.GetDirectoryName(Repository.PathOf(project)), "packages.lock.json");
        Assert.True(File.Exists(file), $"{file} is missing: run eng/update-packages.sh");
        var locked = Packages(file).Select(p => p.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var own = XDocument.Load(Repository.PathOf(project)).Descendants("PackageReference").Select(e => (string)e.Attribute("Include")!);
        Assert.All(own, name => Assert.True(locked.Contains(name), $"{project}: {name} is not locked: run eng/update-packages.sh"));
    }

    [Fact]
    public void Third_party_notices_name_every_package_of_the_product_in_its_version()
    {
        var notices = File.ReadAllText(Repository.PathOf("THIRD-PARTY-NOTICES.md"));
        var packages = Files("packages.lock.json").Where(f => f.StartsWith("src", StringComparison.Ordinal))
            .SelectMany(f => Packages(Repository.PathOf(f))).ToList();
        Assert.NotEmpty(packages);
        Assert.All(packages, p => Assert.True(
            notices.Contains($"| [{p.Name}](", StringComparison.Ordinal)
                && notices.Contains($") | {p.Version} | ", StringComparison.Ordinal),
            $"{p.Name} {p.Version} is not in THIRD-PARTY-NOTICES.md: run eng/update-packages.sh"));
    }

    [Fact]
    public void Every_package_comes_from_one_named_source()
    {
        var source = Assert.Single(XDocument.Load(Repository.PathOf("nuget.config")).Root!.Element("packageSourceMapping")!.Elements());
        Assert.Equal("nuget.org", (string?)source.Attribute("key"));
        Assert.Equal("*", (string?)Assert.Single(source.Elements()).Attribute("pattern"));
    }

    [Fact]
    public void Image_and_workflows_build_with_the_sdk_that_the_repository_names()
    {
        var version = (string)JsonNode.Parse(File.ReadAllText(Repository.PathOf("global.json")))!["sdk"]!["version"]!;
        Assert.Contains($"/sdk:{version}-", File.ReadAllText(Repository.PathOf("Dockerfile")), StringComparison.Ordinal);
        var setups = File.ReadLines(Repository.PathOf(".github", "workflows", "ci.yml"))
            .Where(l => l.Contains("dotnet-version:", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(setups);
        Assert.All(setups, line => Assert.EndsWith($" {version}", line, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Files(string pattern) =>
        from folder in (string[])["src", "tests"]
        from file in Directory.EnumerateFiles(Repository.PathOf(folder), pattern, SearchOption.AllDirectories)
        where !file.Contains("node_modules", StringComparison.Ordinal)
        orderby file
        select Path.GetRelativePath(Repository.PathOf(), file);

    private static IEnumerable<(string Name, string Version)> Packages(string lockFile) =>
        from framework in JsonNode.Parse(File.ReadAllText(lockFile))!["dependencies"]!.AsObject()
        from package in framework.Value!.AsObject()
        where (string?)package.Value!["type"] != "Project"
        select (package.Key, (string)package.Value!["resolved"]!);
}
