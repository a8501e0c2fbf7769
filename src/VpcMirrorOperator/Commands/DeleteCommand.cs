using VpcMirrorOperator.Api.TrafficMirrorFilters;
using VpcMirrorOperator.Api.TrafficMirrorPolicies;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Engine.Kinds;
using VpcMirrorOperator.Kinds.Filters;
using VpcMirrorOperator.Kinds.Policies;
using VpcMirrorOperator.Kinds.Sessions;
using VpcMirrorOperator.Output;
using VpcMirrorOperator.Storage;

namespace VpcMirrorOperator.Commands;

/// <summary>
/// <c>delete</c>: what <c>kubectl delete -f</c> is in a cluster. What becomes of each object in the cloud says its <c>deletionPolicy</c>.
/// </summary>
internal static class DeleteCommand
{
    /// <param name="options">What to do.</param>
    /// <param name="context">The process.</param>
    /// <returns>0 when every object is gone, 3 when all others are held, 130 when interrupted, else 1.</returns>
    public static async Task<int> RunAsync(DeleteOptions options, CommandContext context)
    {
        var started = context.Time.GetTimestamp();
        var manifests = ManifestInput.Load(options.Paths, context);
        OwnerCheck.Require(manifests, options.Cloud.Installation());
        await using var cloud = await CommandCloud.OpenAsync(options.Cloud, keepState: true, context);
        if (!cloud.StartedAfresh) CreatedCheck.Require(manifests, options.Cloud.StateFolder, context);
        await Preflight.CheckAsync(cloud.Account.Client, Regions.Of(manifests), context.Interrupted);
        var folder = new StateFolder(options.Cloud.StateFolder, context.Time);
        if (cloud.StartedAfresh) await folder.ForgetAllAsync(context.Interrupted);
        using var shared = SharedFolder.Enter(folder, context);
        var (partings, links) = (new Partings(), new KindLinks());
        var policies = await PoliciesAsync(options, manifests, context);
        List<IApplyEngine> engines =
        [
            new ApplyEngine(await SessionsAsync(folder, manifests, policies.List(), context), cloud, Patience, context, links, partings),
            new PolicyEngine(policies, cloud, context, links, partings.Record),
            new FilterEngine(await FiltersAsync(options, manifests, context), cloud, Patience, context, links, partings.Record),
        ];
        var (end, rows) = await FollowAsync(options, engines, started, context);
        var report = ReportOf(manifests, rows, partings, engines, context.Time.GetElapsedTime(started), end);
        if (options.Format != OutputFormat.Table) context.Out.Write(ReportJson.Write(report, options.Format));
        else foreach (var line in DeleteText.Render(report)) context.Out.WriteLine(line);
        return report.Summary switch
        {
            { End: ApplyEnd.Interrupted } => ExitCodes.Interrupted,
            { End: ApplyEnd.Settled } when rows.Count == 0 => ExitCodes.Success,
            { End: ApplyEnd.Settled } when report.IsHeld => ExitCodes.Held,
            _ => ExitCodes.Failure,
        };
    }

    private static TimeSpan? Patience => CloudPatience.DefaultLimit;

    private static async Task<ManifestObjectStore<TrafficMirrorSession>> SessionsAsync(
        StateFolder folder, DeclaredObjects manifests, IEnumerable<TrafficMirrorPolicy> policies, CommandContext context)
    {
        var store = new ManifestObjectStore<TrafficMirrorSession>(SessionKind.Resource, folder, context.Time, context.NewUid);
        var owners = policies.Select(policy => policy.Metadata.Uid).ToHashSet(StringComparer.Ordinal);
        await store.DeleteAllAsync(manifests.Sessions, context.Interrupted, owners);
        return store;
    }

    private static async Task<ManifestObjectStore<TrafficMirrorPolicy>> PoliciesAsync(
        DeleteOptions options, DeclaredObjects manifests, CommandContext context)
    {
        var folder = PolicyEngine.FolderIn(options.Cloud.StateFolder, context);
        var store = new ManifestObjectStore<TrafficMirrorPolicy>(
            PolicyKind.Resource, folder, context.Time, context.NewUid, options.Cloud.Emulator);
        if (manifests.Policies.Count > 0) await store.DeleteAllAsync(manifests.Policies, context.Interrupted);
        return store;
    }

    private static async Task<ManifestObjectStore<TrafficMirrorFilter>> FiltersAsync(
        DeleteOptions options, DeclaredObjects manifests, CommandContext context)
    {
        var folder = FilterEngine.FolderIn(options.Cloud.StateFolder, context);
        var store = new ManifestObjectStore<TrafficMirrorFilter>(
            FilterKind.Resource, folder, context.Time, context.NewUid, options.Cloud.Emulator);
        if (manifests.Filters.Count > 0) await store.DeleteAllAsync(manifests.Filters, context.Interrupted);
        return store;
    }

    private static async Task<(ApplyEnd End, IReadOnlyList<SessionRow> Rows)> FollowAsync(
        DeleteOptions options, List<IApplyEngine> engines, long started, CommandContext context)
    {
        var apply = new ApplyOptions(options.Paths, Watch: false, options.Timeout, options.Format, options.Cloud, Approve: []);
        var display = new ApplyDisplay(options.Format, started, context);
        var end = await new ApplyRun(engines, display, apply, started, context).RunAsync();
        return (end, display.End([.. engines.SelectMany(engine => engine.Rows())]));
    }

    private static DeleteReport ReportOf(
        DeclaredObjects manifests, IReadOnlyList<SessionRow> rows, Partings partings, List<IApplyEngine> engines, TimeSpan took,
        ApplyEnd end)
    {
        var left = rows.ToDictionary(row => (row.Kind, row.Key));
        var items = manifests.Places.OrderByDescending(place => place.Key.Kind).ThenBy(place => place.Key.Key).Select(
            place => left.TryGetValue(place.Key, out var row)
                ? DeleteItem.OfLeft(row, place.Value)
                : DeleteItem.OfGone(
                    place.Key.Kind, place.Key.Key, partings.Of(place.Key.Kind, place.Key.Key) ?? Parting.Unheld, place.Value)).ToList();
        return new DeleteReport(items, new DeleteSummary(
            items.Count, items.Count(item => item.Gone), engines.Sum(engine => engine.Writes), Math.Round(took.TotalSeconds, 1), end));
    }
}
