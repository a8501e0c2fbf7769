using System.Text;
using VpcMirrorOperator.TestSupport;
using VpcMirrorOperator.TestSupport.ApiServers;

namespace VpcMirrorOperator.IntegrationTests.Docs;

/// <summary>A shell as a reader of the docs has it: in a clone, with the tools in PATH and a kubeconfig.</summary>
internal sealed class DocsShell : IDisposable
{
    private static readonly string[] Extra = ["helm", "prometheus", "promtool", "lua5.1", "jq"];
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("vpc-mirror-docs-");
    private readonly ApiServerFixture _server;

    public DocsShell(ApiServerFixture server)
    {
        _server = server;
        foreach (var entry in Directory.EnumerateFileSystemEntries(Repository.PathOf()))
            if (Path.GetFileName(entry) is var name && name is not (".git" or "artifacts" or ".vpc-mirror"))
                File.CreateSymbolicLink(Path.Join(Clone, name), entry);
        Tool("vpc-mirror", "dotnet", Path.Join(AppContext.BaseDirectory, "vpc-mirror.dll"));
        Tool("vpc-mirror-controller", "dotnet", Path.Join(AppContext.BaseDirectory, "vpc-mirror-controller.dll"));
        Tool("kubectl", server.Kubectl);
        if (Tools.Helm is { } helm) Tool("helm", helm);
    }

    private string Clone => Directory.CreateDirectory(Path.Join(_folder.FullName, "clone")).FullName;

    private string Home => Directory.CreateDirectory(Path.Join(_folder.FullName, "home")).FullName;

    private string Bin => Directory.CreateDirectory(Path.Join(_folder.FullName, "bin")).FullName;

    /// <summary>Which tool the commands need and this machine lacks, and how to get it; null for none.</summary>
    public static string? Missing(IEnumerable<CodeBlock> blocks)
    {
        var words = blocks.Where(block => block.NotRun is null).SelectMany(block => block.Text.Split([' ', '\n', '(', '|']))
            .ToHashSet(StringComparer.Ordinal);
        return Extra.Where(words.Contains).Where(tool => tool == "helm" ? Tools.Helm is null : Tools.InPath(tool) is null)
            .Select(tool => $"No {tool}: .ci/run installs it, see CONTRIBUTING.md.").FirstOrDefault();
    }

    /// <summary>Runs blocks one after the other in one shell; what they started in the background is stopped at the end.</summary>
    /// <returns>The exit code of the first command that failed, or 0; and all output.</returns>
    public async Task<CommandResult> RunAsync(IReadOnlyList<CodeBlock> blocks)
    {
        var script = new StringBuilder(
            "set -euo pipefail\ntrap 'code=$?; kill $(jobs -p) 2>/dev/null || true; wait || true; exit $code' EXIT\n");
        foreach (var block in blocks) script.Append("echo \"--- line ").Append(block.Line).Append("\"\n").Append(block.Text).Append('\n');
        var file = Path.Join(_folder.FullName, "page.sh");
        await File.WriteAllTextAsync(file, script.ToString());
        // env -i: nothing of this machine's user, in particular no key and no cluster.
        return await Command.RunAsync(
            "timeout",
            "",
            [
                "--kill-after=10", "300", "env", "-i", "-C", Clone, $"HOME={Home}",
                $"PATH={Bin}:{Environment.GetEnvironmentVariable("PATH")}",
                $"KUBECONFIG={_server.AdminKubeconfig}", "LC_ALL=C.UTF-8", "DOTNET_NOLOGO=1", $"DOTNET_ROOT={Tools.DotnetRoot}",
                "ALIBABA_CLOUD_ECS_METADATA_DISABLED=true", "bash", file,
            ]);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private void Tool(string name, params string[] command)
    {
        var path = Path.Join(Bin, name);
        File.WriteAllText(path, $"#!/bin/sh\nexec {string.Join(' ', command.Select(word => $"'{word}'"))} \"$@\"\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
