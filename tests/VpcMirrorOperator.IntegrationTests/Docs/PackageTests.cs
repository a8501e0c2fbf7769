using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using VpcMirrorOperator.TestSupport;

namespace VpcMirrorOperator.IntegrationTests.Docs;

/// <summary>Where packages come from, and what is said about them.</summary>
public partial class PackageTests
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
    public void A_build_server_takes_only_what_the_lock_files_name_by_hash_and_no_lock_file_names_a_host()
    {
        var build = XDocument.Load(Repository.PathOf("Directory.Build.props")).Descendants();
        Assert.Equal("'$(CI)' == 'true'", (string?)build.Single(e => e.Name == "RestoreLockedMode").Attribute("Condition"));
        Assert.Equal("true", build.Single(e => e.Name == "RestorePackagesWithLockFile").Value);
        Assert.Contains("dotnet restore --locked-mode", File.ReadAllText(Repository.PathOf(".ci", "run")), StringComparison.Ordinal);
        foreach (var file in Files("packages.lock.json").Select(file => Repository.PathOf(file)))
        {
            Assert.DoesNotContain("://", File.ReadAllText(file), StringComparison.Ordinal);
            Assert.All(Hashes(file), hash => Assert.Matches("^[A-Za-z0-9+/]{86}==$", hash));
        }

        foreach (var file in Files("package-lock.json").Select(file => File.ReadAllText(Repository.PathOf(file))))
        {
            Assert.DoesNotContain("\"resolved\"", file, StringComparison.Ordinal);
            Assert.Equal(file.Split("\"node_modules/").Length, file.Split("\"integrity\": \"sha512-").Length);
        }
    }

    /// <summary>What a package runs while it is installed runs with the rights of whoever builds.</summary>
    [Fact]
    public void No_npm_package_runs_anything_when_it_is_installed()
    {
        var installs = File.ReadAllText(Repository.PathOf(".ci", "run")).Split("npm ci ")[1..];
        Assert.NotEmpty(installs);
        Assert.All(installs, install => Assert.StartsWith("--ignore-scripts ", install, StringComparison.Ordinal));
        foreach (var folder in Files("package-lock.json").Select(file => Path.GetDirectoryName(file)!))
            Assert.Contains("ignore-scripts=true", File.ReadAllText(Repository.PathOf(folder, ".npmrc")), StringComparison.Ordinal);
    }

    [Fact]
    public void The_image_is_made_of_images_with_digests_and_of_packages_of_one_moment()
    {
        var dockerfile = File.ReadAllText(Repository.PathOf("Dockerfile"));
        var bases = dockerfile.Split('\n').Where(line => line.StartsWith("FROM ", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, bases.Count);
        Assert.All(bases, line => Assert.Matches("@sha256:[0-9a-f]{64}( AS build)?$", line));
        // A syntax line would fetch one more image, by its tag.
        Assert.DoesNotContain("# syntax=", dockerfile, StringComparison.Ordinal);
        Assert.Matches("(?m)^ARG SNAPSHOT=20[0-9]{6}T[0-9]{6}Z$", dockerfile);
        Assert.Equal(["https://snapshot.ubuntu.com/ubuntu/$SNAPSHOT"], Addresses().Matches(dockerfile).Select(match => match.Value));
        Assert.Matches(
            "scanner=docker/[a-z-]+:[0-9.]+@sha256:[0-9a-f]{64}\n", File.ReadAllText(Repository.PathOf("eng", "build-image.sh")));
    }

    [Fact]
    public async Task The_image_carries_the_notices_of_everything_that_is_linked_into_the_binary()
    {
        using var folder = new TempFolder();
        (await Command.RunAsync(Repository.PathOf("eng", "image-notices.sh"), "", [folder.Path])).Succeeded();
        Assert.Equal(
            [
                "LICENSE", "THIRD-PARTY-NOTICES.md", "aspnetcore-LICENSE.txt", "aspnetcore-THIRD-PARTY-NOTICES.txt",
                "dotnet-runtime-LICENSE.txt", "dotnet-runtime-THIRD-PARTY-NOTICES.txt",
            ],
            Directory.EnumerateFiles(folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        var (runtime, image) = (Path.Join(folder.Path, "dotnet-runtime-THIRD-PARTY-NOTICES.txt"), Repository.PathOf("Dockerfile"));
        Assert.Contains("zlib", await ReadAsync(runtime), StringComparison.Ordinal);
        Assert.Contains("eng/image-notices.sh /image/licenses \"$rid\"", await ReadAsync(image), StringComparison.Ordinal);

        static Task<string> ReadAsync(string file) => File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
    }

    [Fact]
    public void The_SDK_is_exactly_that_of_the_repository() => Assert.Equal(
        "disable", (string?)JsonNode.Parse(File.ReadAllText(Repository.PathOf("global.json")))!["sdk"]!["rollForward"]);

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

    [GeneratedRegex(@"[a-z]+://[^ ]+")]
    private static partial Regex Addresses();

    private static IEnumerable<string> Hashes(string lockFile) =>
        from framework in JsonNode.Parse(File.ReadAllText(lockFile))!["dependencies"]!.AsObject()
        from package in framework.Value!.AsObject()
        where (string?)package.Value!["type"] != "Project"
        select (string?)package.Value!["contentHash"] ?? "";

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
