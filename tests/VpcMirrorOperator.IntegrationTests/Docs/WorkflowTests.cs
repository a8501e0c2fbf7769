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

    [GeneratedRegex("^ *(- )?uses: (?<action>[^ ]+)(?<comment>.*)$", RegexOptions.Multiline)]
    private static partial Regex Uses { get; }

    [GeneratedRegex(@"^[a-z-]+(/[a-z-]+)+@[0-9a-f]{40}$")]
    private static partial Regex Pinned { get; }

    [GeneratedRegex(@"^ # v[0-9]+\.[0-9]+\.[0-9]+$")]
    private static partial Regex VersionComment { get; }

    [Theory]
    [MemberData(nameof(Workflows))]
    public void Actions_are_pinned_by_commit_with_their_version_beside_it(string file)
    {
        // A workflow of this repository has no commit to be pinned by.
        var uses = Uses.Matches(Read(file))
            .Where(match => !match.Groups["action"].Value.StartsWith("./", StringComparison.Ordinal)).ToList();
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
        Assert.Equal(file is "ci.yml" or "release.yml", scripts.Count > 0);
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
        var rights = workflow["jobs"]!.AsObject().SelectMany(job => Rights(job.Value!)).Distinct().ToList();
        // Findings reach nobody but the maintainers; an identity proves only which workflow ran, and must not be a stranger's.
        var publishes = rights.Any(
            right => right is not "security-events" && (right is not "id-token" || StartedBy(workflow, "pull_request")));
        Assert.True(
            !publishes || workflow["on"]!.ToJsonString() == """{"push":{"tags":["v*"]}}""",
            "only the release may write, and only for a tag");
    }

    /// <summary>Whoever breaks into one step gets the rights of its job, so that no job has those of two.</summary>
    [Fact]
    public void Each_job_of_the_release_has_only_its_own_rights()
    {
        var jobs = YamlDocuments.Read(Read("release.yml")).Single()["jobs"]!.AsObject();
        Assert.Equal(["ci", "gate", "image", "chart", "release"], jobs.Select(job => job.Key));
        Assert.Equal(
            ["", "", "id-token packages", "id-token packages", "contents"],
            jobs.Select(job => string.Join(' ', Rights(job.Value!).Order(StringComparer.Ordinal))));
    }

    [Fact]
    public void Nothing_is_published_before_the_checks_and_the_approval_of_the_environment()
    {
        var jobs = YamlDocuments.Read(Read("release.yml")).Single()["jobs"]!;
        string[] order = ["ci", "gate", "image", "chart", "release"];
        Assert.Equal(order[..^1], order[1..].Select(job => (string?)jobs[job]!["needs"]));
        Assert.Equal("release", (string?)jobs["gate"]!["environment"]);
    }

    [Fact]
    public void Image_chart_and_files_of_a_release_are_signed_and_the_files_have_checksums()
    {
        var runs = Steps("release.yml").Select(step => (string?)step["run"] ?? "").ToList();
        Assert.Contains("""cosign sign --yes "$IMAGE@$(cat digest)" """.TrimEnd(), runs);
        Assert.Contains("""cosign sign --yes "$CHARTS/vpc-mirror-operator@$(cat chart-digest)" """.TrimEnd(), runs);
        Assert.Contains("eng/sign-files.sh files", runs);
        Assert.Contains("cd files && sha256sum --check SHA256SUMS", runs);
        Assert.EndsWith(" files/*", runs[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Code_repository_and_new_packages_are_looked_through()
    {
        var code = YamlDocuments.Read(Read("codeql.yml")).Single();
        Assert.Contains("csharp", code["jobs"]!["analyze"]!["strategy"]!["matrix"]!["language"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.True(StartedBy(code, "pull_request"));
        Assert.True(StartedBy(code, "schedule"));
        Assert.Contains(Steps("scorecard.yml"), step => Action(step) == "ossf/scorecard-action");
        Assert.Contains(Steps("dependency-review.yml"), step => Action(step) == "actions/dependency-review-action");
        Assert.True(StartedBy(YamlDocuments.Read(Read("dependency-review.yml")).Single(), "pull_request"));
    }

    /// <summary>A token that stays in the checked out folder is there for every later step.</summary>
    [Theory]
    [MemberData(nameof(Workflows))]
    public void A_checkout_leaves_no_token_behind(string file) =>
        Assert.All(
            Steps(file).Where(step => Action(step) == "actions/checkout"),
            step => Assert.Equal("false", (string?)step["with"]?["persist-credentials"]));

    [Theory]
    [MemberData(nameof(Workflows))]
    public void A_builder_is_an_image_with_a_digest(string file) =>
        Assert.All(
            Steps(file).Where(step => Action(step) == "docker/setup-buildx-action"),
            step => Assert.Matches("^image=moby/buildkit:v[0-9.]+@sha256:[0-9a-f]{64}$", (string?)step["with"]?["driver-opts"] ?? ""));

    [Fact]
    public void The_checks_of_a_push_are_those_of_this_repository() =>
        Assert.Contains(Steps("ci.yml"), step => (string?)step["run"] == ".ci/run");

    private static IEnumerable<JsonNode> Steps(string file) => YamlDocuments.Read(Read(file)).Single()["jobs"]!.AsObject()
        .SelectMany(job => job.Value!["steps"]?.AsArray() ?? []).Select(step => step!);

    private static IEnumerable<string> Rights(JsonNode job) =>
        (job["permissions"]?.AsObject() ?? []).Where(right => (string?)right.Value == "write").Select(right => right.Key);

    private static bool StartedBy(JsonNode workflow, string what) => workflow["on"]!.AsObject().ContainsKey(what);

    private static string? Action(JsonNode step) => ((string?)step["uses"])?.Split('@')[0];

    private static bool IsExecutable(string file) =>
        OperatingSystem.IsWindows() || File.GetUnixFileMode(file).HasFlag(UnixFileMode.UserExecute);

    private static string Read(string file) => File.ReadAllText(Repository.PathOf(".github", "workflows", file));
}
