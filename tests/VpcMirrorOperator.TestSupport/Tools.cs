using System.Runtime.InteropServices;

namespace VpcMirrorOperator.TestSupport;

/// <summary>Programs that tests need and that may be missing.</summary>
public static class Tools
{
    /// <summary>The folder with the <c>dotnet</c> that runs these tests.</summary>
    public static string DotnetRoot => Path.GetFullPath(Path.Join(RuntimeEnvironment.GetRuntimeDirectory(), "../../.."));

    /// <summary>Why tests are skipped when <see cref="Helm"/> finds nothing.</summary>
    public const string HelmSkipReason = "No helm: run npm ci --prefix tests/tools, or set HELM to one.";

    /// <summary>Helm: <c>HELM</c>, or what <c>npm ci --prefix tests/tools</c> brought, or the one in PATH; null for none.</summary>
    public static string? Helm =>
        Environment.GetEnvironmentVariable("HELM") is { Length: > 0 } named ? named
        : Repository.PathOf("tests", "tools", "node_modules", ".bin", "helm") is var brought && File.Exists(brought) ? brought
        : InPath("helm");

    public static string? InPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Select(folder => Path.Join(folder, program))
            .FirstOrDefault(File.Exists);
}
