using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Engine.Errors;
using VpcMirrorOperator.Kinds.Sessions;
using VpcMirrorOperator.Output;
using VpcMirrorOperator.Storage;

namespace VpcMirrorOperator.Commands;

/// <summary><c>plan</c>: compares manifests and cloud, and changes nothing at all.</summary>
internal static class PlanCommand
{
    /// <param name="paths">The manifests.</param>
    /// <param name="format">How to print.</param>
    /// <param name="cloudOptions">Which cloud.</param>
    /// <param name="context">The process.</param>
    /// <returns>1 when a session cannot be compared, 3 when changes are held, 2 when there are other changes, else 0.</returns>
    public static async Task<int> RunAsync(
        IReadOnlyList<string> paths, OutputFormat format, CloudOptions cloudOptions, CommandContext context)
    {
        var manifests = ManifestInput.Load(paths, context);
        OwnerCheck.Require(manifests, cloudOptions.Installation());
        FilterCheck.Require(manifests);
        await using var cloud = await CommandCloud.OpenAsync(cloudOptions, keepState: false, context);
        var folder = cloud.StartedAfresh ? null : cloudOptions.StateFolder;
        if (folder is not null) CreatedCheck.Require(manifests, folder, context);
        var declaredFilters = FilterComparison.WithStatus(manifests.Filters, folder, context);
        var declared = FilterCheck.Follow(WithStatus(manifests.Sessions, folder, context), declaredFilters).ToList();
        await Preflight.CheckAsync(cloud.Account.Client, Regions.Of(manifests), context.Interrupted);
        var filters = await FilterComparison.CompareAsync(declaredFilters, cloud, context);
        var items = await CompareAsync(declared, cloud, context);
        var policies = await new PolicyComparison(declaredFilters, folder, cloud, context).CompareAsync(manifests.Policies);
        var report = PlanReport.Of(filters.Concat(items).Concat(policies).Select(item => item.At(manifests.Places)));
        Print(report, format, context);
        return report.Summary switch
        {
            { NotCompared: > 0 } => ExitCodes.Failure,
            { Held: > 0 } => ExitCodes.Held,
            { Changed: > 0 } => ExitCodes.Changes,
            _ => ExitCodes.Success,
        };
    }

    /// <summary>
    /// The objects as <c>apply</c> would see them: an approval or an unfinished write is part of the plan. Nothing that was recorded counts
    /// without a folder.
    /// </summary>
    internal static List<TrafficMirrorSession> WithStatus(
        IReadOnlyList<TrafficMirrorSession> manifests, string? stateFolder, CommandContext context)
    {
        var (kind, folder) = (SessionKind.Resource, stateFolder is null ? null : new StateFolder(stateFolder, context.Time));
        return [.. manifests.Select(m => StateRecord.Declare(kind, folder?.Read(kind, m.Key()), m, context.Time.GetUtcNow(), context.NewUid)
            .ToObject(kind.Type))];
    }

    private static Task<PlanItem[]> CompareAsync(List<TrafficMirrorSession> declared, CommandCloud cloud, CommandContext context)
    {
        var patience = CloudPatience.Of(timeout: null, context);
        foreach (var session in declared.Where(one => one.Session().IsRecorded))
        {
            cloud.Account.Sessions.Expect(session.Session());
            if (session.Spec.Session is not null) cloud.Account.Sessions.NeedDetails(session.Session());
        }

        return Task.WhenAll(declared.Select(session => CompareAsync(session, cloud, patience, context)));
    }

    /// <summary>What cannot be read is the trouble of its object; the others are compared all the same.</summary>
    private static async Task<PlanItem> CompareAsync(
        TrafficMirrorSession session, CommandCloud cloud, CloudPatience patience, CommandContext context)
    {
        try
        {
            if (!session.Session().IsRecorded)
                return await NewSessions.CompareAsync(session, cloud.Account, cloud.Installation, patience, context);
            return Compare(session, await patience.ReadAsync(
                session.Spec.RegionId, token => cloud.Account.Sessions.ReadAsync(session.Session(), TimeSpan.Zero, token),
                context.Interrupted), context);
        }
        catch (CloudException e)
        {
            return PlanItem.Unread(session, CloudErrorTable.Of(e), CloudAdvice.NotRead(e));
        }
    }

    private static PlanItem Compare(TrafficMirrorSession session, SessionSnapshot snapshot, CommandContext context)
    {
        var plan = SessionComparison.Of(session, snapshot.Session, context.Time.GetUtcNow());
        return PlanItem.Of(session, plan, snapshot.Session?.Sources.Count ?? 0);
    }

    private static void Print(PlanReport report, OutputFormat format, CommandContext context)
    {
        if (format != OutputFormat.Table) context.Out.Write(ReportJson.Write(report, format));
        else foreach (var line in PlanText.Render(report, TerminalColour.Of(context))) context.Out.WriteLine(line);
    }
}
