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

/// <summary><c>apply</c>: brings the cloud to what the manifests declare, with the reconciler that also runs in a cluster.</summary>
internal static class ApplyCommand
{
    private const int LogWidth = 160;

    /// <param name="options">What to do.</param>
    /// <param name="context">The process.</param>
    /// <returns>0 when every session is Ready, 3 when all others are held, 130 when interrupted, else 1.</returns>
    public static async Task<int> RunAsync(ApplyOptions options, CommandContext context)
    {
        if (options.Watch && options.Paths.Contains("-"))
            throw new CommandException("--watch cannot follow standard input. Give files or folders.");
        var started = context.Time.GetTimestamp();
        var manifests = ManifestInput.Load(options.Paths, context);
        OwnerCheck.Require(manifests, options.Cloud.Installation());
        FilterCheck.Require(manifests);
        await using var cloud = await CommandCloud.OpenAsync(options.Cloud, keepState: true, context);
        if (!cloud.StartedAfresh) CreatedCheck.Require(manifests, options.Cloud.StateFolder, context);
        // With --watch nothing ends the run: what goes wrong is shown for each session, and tried again.
        if (!options.Watch)
            await Preflight.CheckAsync(cloud.Account.Client, Regions.Of(manifests), context.Interrupted);
        var sessions = options.Approve.Count > 0 ? await ApproveAsync(options, manifests.Sessions, cloud, context) : manifests.Sessions;
        var folder = new StateFolder(options.Cloud.StateFolder, context.Time);
        if (cloud.StartedAfresh) await folder.ForgetAllAsync(context.Interrupted);
        using var shared = SharedFolder.Enter(folder, context);
        var (engines, links) = (new List<IApplyEngine>(), new KindLinks());
        if (manifests.Filters.Count > 0 || options.Watch) engines.Add(await FiltersAsync(options, manifests, cloud, links, context));
        engines.Add(new ApplyEngine(await OpenStoreAsync(options, folder, sessions, context), cloud, PatienceOf(options), context, links));
        if (manifests.Policies.Count > 0 || options.Watch) engines.Add(await PoliciesAsync(options, manifests, cloud, links, context));
        var report = (await FollowAsync(options, engines, started, context)).At(manifests.Places);
        Print(report, options.Format, context);
        return report.Summary switch
        {
            { End: ApplyEnd.Interrupted } => ExitCodes.Interrupted,
            { End: ApplyEnd.Settled } s when s.Ready == s.Sessions => ExitCodes.Success,
            { End: ApplyEnd.Settled } when report.Items.All(i => i.Ready || HeldReasons.Include(i.Reason)) => ExitCodes.Held,
            _ => ExitCodes.Failure,
        };
    }

    private static Task<IReadOnlyList<TrafficMirrorSession>> ApproveAsync(
        ApplyOptions options, IReadOnlyList<TrafficMirrorSession> manifests, CommandCloud cloud, CommandContext context) =>
        Approvals.GiveAsync(
            PlanCommand.WithStatus(manifests, options.Cloud.StateFolder, context), options.Approve, cloud.Account.Sessions,
            CloudPatience.Of(options.Timeout, context), context);

    private static async Task<FilterEngine> FiltersAsync(
        ApplyOptions options, DeclaredObjects manifests, CommandCloud cloud, KindLinks links, CommandContext context)
    {
        var folder = FilterEngine.FolderIn(options.Cloud.StateFolder, context);
        if (cloud.StartedAfresh) await folder.ForgetAllAsync(context.Interrupted);
        var store = new ManifestObjectStore<TrafficMirrorFilter>(
            FilterKind.Resource, folder, context.Time, context.NewUid, options.Cloud.Emulator);
        await store.ReloadAsync(manifests.Filters, context.Interrupted);
        return new FilterEngine(store, cloud, PatienceOf(options), context, links);
    }

    private static async Task<PolicyEngine> PoliciesAsync(
        ApplyOptions options, DeclaredObjects manifests, CommandCloud cloud, KindLinks links, CommandContext context)
    {
        var folder = PolicyEngine.FolderIn(options.Cloud.StateFolder, context);
        if (cloud.StartedAfresh) await folder.ForgetAllAsync(context.Interrupted);
        var store = new ManifestObjectStore<TrafficMirrorPolicy>(
            PolicyKind.Resource, folder, context.Time, context.NewUid, options.Cloud.Emulator);
        await store.ReloadAsync(manifests.Policies, context.Interrupted);
        return new PolicyEngine(store, cloud, context, links);
    }

    private static TimeSpan? PatienceOf(ApplyOptions options) => options.Watch ? null : Patience(options.Timeout);

    private static async Task<ManifestObjectStore<TrafficMirrorSession>> OpenStoreAsync(
        ApplyOptions options, StateFolder folder, IReadOnlyList<TrafficMirrorSession> manifests, CommandContext context)
    {
        var store = new ManifestObjectStore<TrafficMirrorSession>(
            SessionKind.Resource, folder, context.Time, context.NewUid, options.Cloud.Emulator);
        await store.ReloadAsync(manifests, context.Interrupted);
        return store;
    }

    private static async Task<ApplyReport> FollowAsync(
        ApplyOptions options, List<IApplyEngine> engines, long started, CommandContext context)
    {
        var display = new ApplyDisplay(options.Format, started, context);
        var end = await new ApplyRun(engines, display, options, started, context).RunAsync();
        var rows = display.End([.. engines.SelectMany(engine => engine.Rows())]);
        if (!display.IsLive && options.Format == OutputFormat.Table)
            foreach (var line in SessionTable.Render(rows, LogWidth, colour: false)) context.Out.WriteLine(line);
        return ApplyReport.Of(rows, engines.Sum(engine => engine.Writes), context.Time.GetElapsedTime(started).TotalSeconds, end);
    }

    private static TimeSpan Patience(TimeSpan? timeout) =>
        timeout < CloudPatience.DefaultLimit ? timeout.Value : CloudPatience.DefaultLimit;

    private static void Print(ApplyReport report, OutputFormat format, CommandContext context)
    {
        if (format != OutputFormat.Table) context.Out.Write(ReportJson.Write(report, format));
        else foreach (var line in ApplyText.Render(report)) context.Out.WriteLine(line);
    }
}
