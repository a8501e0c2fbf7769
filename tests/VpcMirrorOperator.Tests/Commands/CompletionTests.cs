using VpcMirrorOperator.TestSupport;

namespace VpcMirrorOperator.Tests.Commands;

public sealed class CompletionTests : IAsyncDisposable
{
    private const string Commands =
        "apply approve completion controller delete diff emulator help history import list plan reconcile resume status suspend version";

    private readonly CommandRun _run = new();

    public ValueTask DisposeAsync() => _run.DisposeAsync();

    [Theory]
    [InlineData("", Commands)]
    [InlineData("re", "reconcile resume")]
    [InlineData("status --all", "--all-namespaces")]
    [InlineData("status -n team --n", "")]
    [InlineData("status -o ", "json table yaml")]
    [InlineData("status -o j", "json")]
    [InlineData("completion ", "bash fish zsh")]
    [InlineData("plan -f ", ":files")]
    [InlineData("plan -f a -f ", ":files")]
    [InlineData("plan --emulator-s", "--emulator-seed")]
    [InlineData("import --region cn-hangzhou --re", "")]
    [InlineData("approve web ", "")]
    [InlineData("nonsense ", Commands)]
    public async Task A_word_is_completed_by_what_can_stand_there(string typed, string candidates)
    {
        var result = await _run.RunAsync(["__complete", "--", .. typed.Split(' ')]);

        Assert.Equal((0, ""), (result.ExitCode, result.Errors));
        Assert.Equal(candidates, string.Join(' ', result.Printed.Split('\n', StringSplitOptions.RemoveEmptyEntries)));
    }

    [Theory]
    [InlineData("vpc-mirror rec", "reconcile")]
    [InlineData("vpc-mirror status -o ", "json table yaml")]
    [InlineData("vpc-mirror plan -f som", "some.yaml")]
    [InlineData("vpc-mirror approve web ", "")]
    public async Task Bash_completes_by_the_script(string line, string candidates)
    {
        var bash = Tools.InPath("bash");
        Assert.SkipWhen(bash is null, "No bash here.");
        _run.Write("some.yaml", "");
        var script = _run.Write("completion.bash", (await _run.RunAsync("completion", "bash")).Succeeded());
        var words = line.Split(' ');
        var tool = Path.Join(AppContext.BaseDirectory, "vpc-mirror.dll");
        var driver = $"""
            set -eu
            cd '{_run.Folder}'
            vpc-mirror() ( exec dotnet '{tool}' "$@" )
            . '{script}'
            COMP_WORDS=({string.Join(' ', words.Select(word => $"'{word}'"))})
            COMP_CWORD={words.Length - 1}
            _vpc_mirror
            echo "$(IFS=' '; echo "${"{"}COMPREPLY[*]{"}"}")"
            complete -p vpc-mirror kubectl-vpc_mirror
            """;

        var printed = (await Command.RunAsync(bash, driver, ["--norc", "-s"])).Succeeded().Split('\n');

        Assert.Equal(candidates, printed[0]);
        Assert.Equal("complete -F _vpc_mirror vpc-mirror", printed[1]);
    }

    [Theory]
    [InlineData("zsh", "#compdef vpc-mirror")]
    [InlineData("fish", "complete -c vpc-mirror ")]
    public async Task The_other_shells_have_a_script_whose_syntax_they_accept(string shell, string line)
    {
        var script = (await _run.RunAsync("completion", shell)).Succeeded();

        Assert.Contains(line, script, StringComparison.Ordinal);
        Assert.Contains(" __complete -- ", script, StringComparison.Ordinal);
        if (Tools.InPath(shell) is { } program) 
            (await Command.RunAsync(program, "", ["-n", _run.Write("script", script)])).Succeeded();
    }

    [Fact]
    public async Task A_shell_that_is_not_known_is_an_error() => Assert.Equal(1, (await _run.RunAsync("completion", "tcsh")).ExitCode);
}
