using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Cloud;

namespace VpcMirrorOperator.Commands;

/// <summary><c>import</c>: writes a manifest that declares sessions exactly as they are.</summary>
internal static class ImportCommand
{
    /// <param name="sessions">The sessions to adopt, at least one.</param>
    /// <param name="file">Where to; null for standard output.</param>
    /// <param name="force">Replace an existing file.</param>
    /// <param name="cloudOptions">Which cloud.</param>
    /// <param name="context">The process.</param>
    public static async Task<int> RunAsync(
        IReadOnlyList<SessionRef> sessions, string? file, bool force, CloudOptions cloudOptions, CommandContext context)
    {
        var target = file is null ? null : context.FullPath(file);
        if (target is not null && !force && File.Exists(target))
            throw new CommandException($"{file}: the file exists. Choose another, or overwrite it with --force.");
        await using var cloud = await CommandCloud.OpenAsync(cloudOptions, keepState: false, context);
        var patience = CloudPatience.Of(timeout: null, context);
        await Preflight.CheckAsync(cloud.Account.Client, sessions, context.Interrupted);
        var text = ImportText.Render(await ReadAsync(sessions, cloud.Account.Sessions, patience, context));
        Write(text, target, context);
        return ExitCodes.Success;
    }

    private static async Task<IReadOnlyList<(SessionRef, ObservedSession)>> ReadAsync(
        IReadOnlyList<SessionRef> sessions, SessionReader reader, CloudPatience patience, CommandContext context)
    {
        var found = new List<(SessionRef, ObservedSession)>();
        var missing = new List<string>();
        foreach (var session in sessions.Distinct())
        {
            if (await ReadAsync(session, reader, patience, context) is { } observed) found.Add((session, observed));
            else missing.Add($"{session}: the cloud does not list this session. Check the id, the region and the account.");
        }

        return missing.Count == 0 ? found : throw new CommandException(string.Join('\n', missing));
    }

    private static async Task<ObservedSession?> ReadAsync(
        SessionRef session, SessionReader reader, CloudPatience patience, CommandContext context)
    {
        try
        {
            var snapshot = await patience.ReadAsync(
                session.RegionId, token => reader.ReadAsync(session, TimeSpan.FromMinutes(1), token), context.Interrupted);
            return snapshot.Session;
        }
        catch (CloudException e)
        {
            throw new CommandException(CloudAdvice.For(e), e);
        }
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
