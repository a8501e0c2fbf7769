using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;

namespace VpcMirrorOperator.Commands;

/// <summary><c>import</c>: writes a manifest that declares sessions and filters exactly as they are.</summary>
internal static class ImportCommand
{
    /// <param name="region">The region.</param>
    /// <param name="selection">What to adopt.</param>
    /// <param name="file">Where to; null for standard output.</param>
    /// <param name="force">Replace an existing file.</param>
    /// <param name="cloudOptions">Which cloud.</param>
    /// <param name="context">The process.</param>
    public static async Task<int> RunAsync(
        string region, ImportSelection selection, string? file, bool force, CloudOptions cloudOptions, CommandContext context)
    {
        var target = TargetOf(file, force, context);
        await using var cloud = await CommandCloud.OpenAsync(cloudOptions, keepState: false, context);
        var patience = CloudPatience.Of(timeout: null, context);
        await Preflight.CheckAsync(
            cloud.Account.Client, [new SessionRef(Accounts.Default, region, "tms-none")], context.Interrupted);
        var filters = await FilterImport.ReadAsync(region, selection, cloud.Account, patience, context);
        var sessions = await SessionImport.ReadAsync(region, selection, cloud, patience, context);
        if (filters.Count + sessions.Count == 0) throw new CommandException(Nothing(region, selection));
        Write(ImportText.Render(region, filters, sessions), target, context);
        return ExitCodes.Success;
    }

    private static string Nothing(string region, ImportSelection selection) => selection.Tag is { } tag
        ? $"{region} has no traffic mirror session and no filter with the tag {tag.Key}={tag.Value}. Check the tag, the region and the "
            + "account."
        : $"{region} has no traffic mirror session and no filter. Check the region and the account.";

    private static string? TargetOf(string? file, bool force, CommandContext context)
    {
        var target = file is null ? null : context.FullPath(file);
        return target is null || force || !File.Exists(target)
            ? target
            : throw new CommandException($"{file}: the file exists. Choose another, or overwrite it with --force.");
    }

    private static void Write(string text, string? target, CommandContext context)
    {
        try
        {
            if (target is null) context.Out.Write(text);
            else File.WriteAllText(target, text);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"{target}: cannot be written: {e.Message}", e);
        }
    }
}
