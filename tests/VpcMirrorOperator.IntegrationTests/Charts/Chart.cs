using VpcMirrorOperator.TestSupport;

namespace VpcMirrorOperator.IntegrationTests.Charts;

/// <summary>The chart, by the real helm.</summary>
internal static class Chart
{
    public const string Release = "vpc-mirror-operator";
    public const string Namespace = "vpc-mirror-system";

    public static string Folder { get; } = Repository.PathOf("charts", "vpc-mirror-operator");

    /// <summary>Runs helm; skips the test without one.</summary>
    public static Task<CommandResult> HelmAsync(params IEnumerable<string> arguments)
    {
        if (Tools.Helm is null) Assert.Skip(Tools.HelmSkipReason);
        return Command.RunAsync(Tools.Helm!, "", arguments);
    }

    /// <summary>What would be installed, without the hooks.</summary>
    public static async Task<IReadOnlyList<KubeObject>> RenderAsync(params IEnumerable<string> options)
    {
        var answer = await TryRenderAsync(options);
        answer.Succeeded();
        return KubeObject.ReadAll(answer.Printed);
    }

    public static Task<CommandResult> TryRenderAsync(params IEnumerable<string> options) =>
        HelmAsync(["template", Release, Folder, "--namespace", Namespace, "--no-hooks", "--kube-version", "1.36.0", .. options]);
}
