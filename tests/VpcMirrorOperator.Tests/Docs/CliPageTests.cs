using System.CommandLine;
using System.Text;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using VpcMirrorOperator.Commands;
using VpcMirrorOperator.Output;
using VpcMirrorOperator.TestSupport;
using VpcMirrorOperator.Tests.Commands;

namespace VpcMirrorOperator.Tests.Docs;

/// <summary>Holds <c>docs/cli.md</c> and the tool together: help texts, exit codes, fields of the documents.</summary>
public sealed partial class CliPageTests : IAsyncDisposable
{
    private const string Begin = "<!-- help: made by the tests of the tool, UPDATE_DOCS=1 -->\n";
    private const string End = "<!-- end of help -->\n";
    private static readonly string Page = Repository.PathOf("docs", "cli.md");
    private readonly CommandRun _run = new();

    public CliPageTests() => _run.WriteManifest();

    public ValueTask DisposeAsync() => _run.DisposeAsync();

    /// <summary>Commands with a page of their own.</summary>
    private static readonly string[] OnClusters = ["approve", "diff", "history", "reconcile", "resume", "status", "suspend"];

    /// <summary>Command lines on an emulator, and what each must end with.</summary>
    public static TheoryData<string, int> Ends => new()
    {
        { "plan -f same.yaml", 0 }, { "plan -f none.yaml", 1 }, { "plan -f m.yaml", 2 }, { "plan -f held.yaml", 3 },
        { "apply -f same.yaml", 0 }, { "apply -f held.yaml", 3 }, { "list --region cn-hangzhou", 0 }, { "list --region cn-no", 1 },
        { "delete -f same.yaml", 0 }, { "delete -f no.yaml", 1 }, { "delete -f kept.yaml", 3 },
        { "completion bash", 0 }, { "completion tcsh", 1 },
        { "apply -f none.yaml --timeout 5s", 1 }, { "import --region cn-hangzhou tms-a1", 0 }, { "import --region cn-hangzhou tms-no", 1 },
        { "emulator --seed none.yaml", 1 }, { "controller --kubeconfig none.yaml", 1 }, { "version", 0 }, { "help", 0 }, { "help aply", 1 },
    };

    [Fact]
    public void The_page_shows_the_help_of_every_command()
    {
        var page = File.ReadAllText(Page);
        var (begin, end) = (page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, page.IndexOf(End, StringComparison.Ordinal));
        var made = page[..begin] + Help() + page[end..];
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1") File.WriteAllText(Page, made);
        else Assert.True(
            made == page,
            "docs/cli.md is stale: run UPDATE_DOCS=1 dotnet test tests/VpcMirrorOperator.Tests --filter FullyQualifiedName~CliPage");
    }

    [Theory]
    [MemberData(nameof(Ends))]
    public async Task A_command_ends_as_the_page_says(string line, int code)
    {
        _run.Write("same.yaml", Manifest.With("eni-b2", "eni-z9"));
        _run.Write("none.yaml", Manifest.With("tms-a1", "tms-no"));
        _run.Write("held.yaml", Manifest.WithSpec("safety: {maxRemovals: 0}"));
        _run.Write("kept.yaml", Manifest.WithSpec("deletionPolicy: Detach\nsafety: {maxRemovals: 0}"));
        string[] words = line.Split(' ');

        var result = words[0] is "plan" or "apply" or "delete" or "import" or "list"
            ? await _run.RunOnEmulatorAsync(words)
            : await _run.RunAsync(words);

        Assert.Equal(code, result.ExitCode);
        Assert.Contains((words[0], code), ExitCodesOnPage());
    }

    [Fact]
    public void Every_command_has_its_exit_codes_on_the_page()
    {
        var known = ExitCodesOnPage();

        // Ends by Ctrl-C are tested beside the commands.
        Assert.Equal(
            known.Where(k => k.Code != 130 && k is not ("emulator" or "controller", 0)).Order(),
            Ends.Select(row => (Command: row.Data.Item1.Split(' ')[0], Code: row.Data.Item2)).Distinct().Order());
        var names = Tree().Subcommands.Where(c => !c.Hidden).Select(c => c.Name);
        Assert.Equal(names.Except(OnClusters).Order(), known.Select(k => k.Command).Distinct().Order());
    }

    [Fact]
    public void The_page_names_every_field_of_the_documents_and_no_other()
    {
        JsonTypeInfo[] types =
        [
            ReportJson.Default.PlanReport, ReportJson.Default.PlanItem, ReportJson.Default.PlanSummary, ReportJson.Default.ApplyReport,
            ReportJson.Default.ApplyItem, ReportJson.Default.ApplySummary, ReportJson.Default.VersionReport,
            ReportJson.Default.DeleteReport, ReportJson.Default.DeleteItem, ReportJson.Default.DeleteSummary,
        ];
        var onPage = FieldRows().Matches(File.ReadAllText(Page)).SelectMany(row => Names().Matches(row.Groups[1].Value))
            .Select(name => name.Groups[1].Value);

        Assert.Equal(types.SelectMany(t => t.Properties).Select(p => p.Name).Distinct().Order(), onPage.Distinct().Order());
    }

    private static (string Command, int Code)[] ExitCodesOnPage() =>
        [.. ExitCodeRows().Matches(File.ReadAllText(Page)).Select(row => (
            row.Groups[1].Value, int.Parse(row.Groups[2].Value, System.Globalization.CultureInfo.InvariantCulture)))];

    private static string Help()
    {
        var root = Tree();
        var text = new StringBuilder();
        foreach (var name in root.Subcommands.Where(c => !c.Hidden).Select(c => c.Name).Where(name => name != "help"))
            text.Append("### ").Append(name).Append("\n\n```text\n")
                .Append(Trimmed(HelpCommand.TextOf(root, [name], "vpc-mirror"))).Append("\n```\n\n");
        return text.ToString();
    }

    private static string Trimmed(string help) => string.Join('\n', help.Split('\n').Select(line => line.TrimEnd())).Trim('\n');

    private static RootCommand Tree() => CommandTree.Create(new CommandContext
    {
        In = TextReader.Null,
        Out = TextWriter.Null,
        Error = TextWriter.Null,
        Time = TimeProvider.System,
        Variable = _ => null,
        CurrentDirectory = "/",
        RandomBytes = count => new byte[count],
    });

    [GeneratedRegex(@"^\| `(\w+)` \| (\d+) \|", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex ExitCodeRows();

    [GeneratedRegex(@"^\| [^|]+ \| ([^|]+) \| (?:text|number|list|object|boolean)[^|]* \|",
        RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex FieldRows();

    [GeneratedRegex("`(\\w+)`", RegexOptions.CultureInvariant)]
    private static partial Regex Names();
}
