using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.Api.TrafficMirrorFilters;
using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Engine.Errors;
using VpcMirrorOperator.Engine.Lifecycle;
using VpcMirrorOperator.Kinds.Filters;
using VpcMirrorOperator.Kinds.Filters.Planning;
using VpcMirrorOperator.Output;
using VpcMirrorOperator.Storage;

namespace VpcMirrorOperator.Commands;

/// <summary>Compares declared filters with the cloud, for commands that change nothing.</summary>
internal static class FilterComparison
{
    /// <summary>The objects as <c>apply</c> would see them. Nothing that was recorded counts without a folder.</summary>
    public static IReadOnlyList<TrafficMirrorFilter> WithStatus(
        IReadOnlyList<TrafficMirrorFilter> manifests, string? stateFolder, CommandContext context)
    {
        if (manifests.Count == 0) return [];
        var (kind, folder) = (FilterKind.Resource, stateFolder is null ? null : FilterEngine.FolderIn(stateFolder, context));
        return [.. manifests.Select(m => StateRecord.Declare(kind, folder?.Read(kind, m.Key()), m, context.Time.GetUtcNow(), context.NewUid)
            .ToObject(kind.Type))];
    }

    /// <summary>An item for each filter; what cannot be read is the trouble of its object.</summary>
    public static Task<PlanItem[]> CompareAsync(
        IReadOnlyList<TrafficMirrorFilter> declared, CommandCloud cloud, CommandContext context)
    {
        var patience = CloudPatience.Of(timeout: null, context);
        return Task.WhenAll(declared.Select(filter => CompareAsync(filter, cloud, patience, context)));
    }

    /// <summary>What the operator would decide, had it started just now.</summary>
    /// <param name="filter">The object with its status: an unfinished write is part of the plan.</param>
    /// <param name="observed">The filter; null when the cloud does not list it.</param>
    /// <param name="usage">The sessions that use it; null while not known.</param>
    /// <param name="now">The time.</param>
    public static FilterPlannerInput InputOf(
        TrafficMirrorFilter filter, ObservedFilter? observed, FilterUsage? usage, DateTimeOffset now) => new()
    {
        Declared = filter,
        Observed = observed,
        ReadAt = now,
        Now = now,
        // One read is enough for a command that changes nothing.
        Memory = new FilterMemory { MissingSince = DateTimeOffset.MinValue },
        Holder = "plan",
        Usage = usage,
    };

    private static async Task<PlanItem> CompareAsync(
        TrafficMirrorFilter filter, CommandCloud cloud, CloudPatience patience, CommandContext context)
    {
        try
        {
            return (await ReadAsync(filter, cloud.Account, cloud.Installation, patience, context)).Item;
        }
        catch (CloudException e)
        {
            return PlanItem.Unread(filter, CloudErrorTable.Of(e), $"Cannot read the filter: {CloudAdvice.OneLine(e)}");
        }
    }

    /// <summary>The comparison of one filter, and when it was read.</summary>
    /// <param name="filter">The object with its status.</param>
    /// <param name="account">The account of the filter.</param>
    /// <param name="installation">Whose what is created is.</param>
    /// <param name="patience">How long.</param>
    /// <param name="context">The process.</param>
    /// <exception cref="CloudException">It could not be read.</exception>
    internal static async Task<(PlanItem Item, DateTimeOffset ReadAt)> ReadAsync(
        TrafficMirrorFilter filter, CloudAccount account, Installation installation, CloudPatience patience, CommandContext context)
    {
        var list = await patience.ReadAsync(
            filter.Spec.RegionId, token => account.Filters.ReadAsync(filter.Filter().Region, TimeSpan.FromMinutes(1), token),
            context.Interrupted);
        if (!filter.Filter().IsRecorded)
        {
            if (NewFilters.Compare(filter, installation, list, context.Time.GetUtcNow()) is { } item) return (item, list.ReadAt);
            filter = NewFilters.Recording(filter, installation, list);
        }

        var input = InputOf(filter, list.List.Find(filter.Filter().FilterId), usage: null, context.Time.GetUtcNow());
        if (input.Observed is { } observed && FilterPlanner.DecideUnobserved(input) is null
            && BlindGuard.Asks(input, FilterFacts.Gather(input, observed)))
            input = input with { Usage = await UsageAsync(filter, account, patience, context) };
        return (PlanItem.Of(filter, FilterPlanner.Decide(input)), list.ReadAt);
    }

    private static async Task<FilterUsage> UsageAsync(
        TrafficMirrorFilter filter, CloudAccount account, CloudPatience patience, CommandContext context) => await patience.ReadAsync(
        filter.Spec.RegionId, token => account.FilterUsages.ReadAsync(filter.Filter(), token), context.Interrupted);
}
