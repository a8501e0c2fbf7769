namespace VpcMirrorOperator.Commands;

/// <summary>How the tool was called, for usage and help. Pure.</summary>
internal static class ProgramName
{
    /// <summary>The tool by itself.</summary>
    public const string Standalone = "vpc-mirror";

    private const string PluginFile = "kubectl-vpc_mirror";

    /// <summary>
    /// <c>kubectl vpc-mirror</c> when the file that was run is named as kubectl's plugins are (a dash in a command is an underscore in the
    /// file's name), else <see cref="Standalone"/>.
    /// </summary>
    /// <param name="path">The first word of the command line: a path or a name; null while unknown.</param>
    public static string Of(string? path) =>
        Path.GetFileNameWithoutExtension(path ?? "") == PluginFile ? "kubectl vpc-mirror" : Standalone;
}
