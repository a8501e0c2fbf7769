using VpcMirrorOperator.Engine.Tenancy;
using VpcMirrorOperator.Processes;

namespace VpcMirrorOperator.Hosting;

/// <summary>The allow-list as the process finds it at its start; a change of the file needs a restart.</summary>
internal static class TenancyFile
{
    /// <summary>Reads the file of <c>--tenancy-file</c>.</summary>
    /// <param name="path">The file; null for none.</param>
    /// <exception cref="StartupException">It cannot be read, or something in it is wrong: with every place and remedy.</exception>
    public static TenancyRules Read(string? path)
    {
        if (path is null) return TenancyRules.WithoutList;
        var (rules, errors) = TenancyList.Parse(TextOf(path), path);
        return errors.Count == 0 ? rules : throw new StartupException($"--tenancy-file: {string.Join('\n', errors)}");
    }

    private static string TextOf(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartupException(
                $"--tenancy-file: {path} cannot be read: {e.Message.TrimEnd('.')}.\n  Name a file that the process may read.", e);
        }
    }
}
