using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Manifests;

namespace VpcMirrorOperator.Commands;

/// <summary><c>import</c>: writes a manifest that declares sessions and filters exactly as they are.</summary>
internal static class ImportCommand
{
    /// <param name="region">The region.</param>
    /// <param name="ids">The sessions and filters to adopt, at least one.</param>
    /// <param name="file">Where to; null for standard output.</param>
    /// <param name="force">Replace an existing file.</param>
    /// <param name="cloudOptions">Which cloud.</param>
    /// <param name="context">The process.</param>
    public static async Task<int> RunAsync(
        string region, IReadOnlyList<string> ids, string? file, bool force, CloudOptions cloudOptions, CommandContext context)
    {
        List<SessionRef> sessions =
            [.. ids.Where(id => IdPatterns.Session().IsMatch(id)).Select(id => new SessionRef(Accounts.Default, region, id))];
        List<string> filters = [.. ids.Where(id => IdPatterns.Filter().IsMatch(id)).Distinct(StringComparer.Ordinal)];
        var target = TargetOf(file, force, context);
        await using var cloud = await CommandCloud.OpenAsync(cloudOptions, keepState: false, context);
        var patience = CloudPatience.Of(timeout: null, context);
        await Preflight.CheckAsync(
            cloud.Account.Client, sessions.Count > 0 ? sessions : [new SessionRef(Accounts.Default, region, "tms-none")],
                context.Interrupted);
        var found = filters.Count == 0 ? [] : await FilterImport.ReadAsync(region, filters, cloud.Account, patience, context);
        var text = ImportText.Render(region, found, await ReadAsync(sessions, cloud.Account.Sessions, patience, context));
        Write(text, target, context);
        return ExitCodes.Success;
    }

    /// <summary>Adopts all filters and sessions of a region.</summary>
    /// <param name="region">The region.</param>
    /// <param name="file">Where to; null for standard output.</param>
    /// <param name="force">Replace an existing file.</param>
    /// <param name="cloudOptions">Which cloud.</param>
    /// <param name="context">The process.</param>
    public static async Task<int> RunAllAsync(
        string region, string? file, bool force, CloudOptions cloudOptions, CommandContext context)
    {
        var target = TargetOf(file, force, context);
        await using var cloud = await CommandCloud.OpenAsync(cloudOptions, keepState: false, context);
        var all = await ListCommand.ReadAsync(region, cloud, context);
        var filters = await FilterImport.ReadAsync(region, null, cloud.Account, CloudPatience.Of(timeout: null, context), context);
        if (all.Count + filters.Count == 0)
            throw new CommandException($"{region} has no traffic mirror session and no filter. Check the region and the account.");
        if (all.Select(s => s.Reading.Unreadable).OfType<CloudException>().FirstOrDefault() is { } unreadable)
            throw new CommandException(CloudAdvice.For(unreadable), unreadable);
        // The ids come from the cloud here: one that is not an id must not become a line of YAML.
        foreach (var other in all.Where(s => !IdPatterns.Session().IsMatch(s.Id)))
            context.Error.WriteLine($"notice: left out, since it is no session id: {other.Id}");
        var named = all.Where(s => IdPatterns.Session().IsMatch(s.Id))
            .Select(s => (new SessionRef(Accounts.Default, region, s.Id), s.Reading.Session!));
        Write(ImportText.Render(region, filters, [.. named]), target, context);
        return ExitCodes.Success;
    }

    private static string? TargetOf(string? file, bool force, CommandContext context)
    {
        var target = file is null ? null : context.FullPath(file);
        return target is null || force || !File.Exists(target)
            ? target
            : throw new CommandException($"{file}: the file exists. Choose another, or overwrite it with --force.");
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
