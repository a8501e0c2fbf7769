using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using VpcMirrorOperator.TestSupport;

namespace VpcMirrorOperator.IntegrationTests.Docs;

/// <summary>What can be known of the workflows without running them.</summary>
public partial class WorkflowTests
{
    public static TheoryData<string> Workflows =>
        [.. Directory.EnumerateFiles(Repository.PathOf(".github", "workflows")).Select(file => Path.GetFileName(file))
            .Order(StringComparer.Ordinal)];

    [GeneratedRegex("^ *- uses: (?<action>[^ ]+)(?<comment>.*)$", RegexOptions.Multiline)]
    private static partial Regex Uses { get; }

    [GeneratedRegex(@"^[a-z-]+/[a-z-]+@[0-9a-f]{40}$")]
    private static partial Regex Pinned { get; }

    [GeneratedRegex(@"^ # v[0-9]+\.[0-9]+\.[0-9]+$")]
    private static partial Regex VersionComment { get; }

    [Theory]
    [MemberData(nameof(Workflows))]
    public void Actions_are_pinned_by_commit_with_their_version_beside_it(string file)
    {
        var uses = Uses.Matches(Read(file));
        Assert.NotEmpty(uses);
        Assert.All(uses, match => Assert.Matches(Pinned, match.Groups["action"].Value));
        Assert.All(uses, match => Assert.Matches(VersionComment, match.Groups["comment"].Value));
    }

    [Theory]
    [MemberData(nameof(Workflows))]
    public void Scripts_that_steps_call_exist_and_can_be_run(string file)
    {
        var scripts = Steps(file).Select(step => (string?)step["run"]).OfType<string>().Select(run => run.Split(' ')[0])
            .Where(word => word.Contains('/')).ToList();
        Assert.NotEmpty(scripts);
        Assert.All(scripts, script => Assert.True(File.Exists(Repository.PathOf(script)), script));
        Assert.All(scripts, script => Assert.True(IsExecutable(Repository.PathOf(script)), script));
    }

    /// <summary>A step with rights to publish must not be reachable from a pull request.</summary>
    [Theory]
    [MemberData(nameof(Workflows))]
    public void Without_being_told_a_job_may_only_read(string file)
    {
        var workflow = YamlDocuments.Read(Read(file)).Single();
        Assert.Equal("""{"contents":"read"}""", workflow["permissions"]!.ToJsonString());
        var writes = workflow["jobs"]!.AsObject().Any(job => job.Value!["permissions"] is not null);
        Assert.True(
            !writes || workflow["on"]!.ToJsonString() == """{"push":{"tags":["v*"]}}""", "only the release may write, and only for a tag");
    }

    [Fact]
    public void The_checks_of_a_push_are_those_of_this_repository() =>
        Assert.Contains(Steps("ci.yml"), step => (string?)step["run"] == ".ci/run");

    private static IEnumerable<JsonNode> Steps(string file) => YamlDocuments.Read(Read(file)).Single()["jobs"]!.AsObject()
        .SelectMany(job => job.Value!["steps"]?.AsArray() ?? []).Select(step => step!);

    private static bool IsExecutable(string file) =>
        OperatingSystem.IsWindows() || File.GetUnixFileMode(file).HasFlag(UnixFileMode.UserExecute);

    private static string Read(string file) => File.ReadAllText(Repository.PathOf(".github", "workflows", file));
}
