using System.Globalization;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorFilters;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kinds.Filters.Metrics;

/// <summary>What the status of each object says, by namespace and name, written from the cache at each scrape.</summary>
internal static class FilterGauges
{
    private static readonly Family[] Families =
    [
        new(
            "vpcmirror_filter_ready", "1 while the object is Ready, else 0.",
            status => Conditions.IsTrue(status.Conditions, ConditionTypes.Ready) ? 1 : 0),
        new("vpcmirror_filter_desired_rules", "Rules that the object lists.", status => status.Rules?.Desired ?? 0),
        new("vpcmirror_filter_actual_rules", "Rules that the managed directions of the filter have.", status => status.Rules?.Actual ?? 0),
        new(
            "vpcmirror_filter_pending_changes", "Rules still to be added, changed or removed under the policy in force.",
            status => status.Rules is { } rules ? rules.ToAdd + rules.ToChange + rules.ToRemove : 0),
        new(
            "vpcmirror_filter_operation_start_timestamp_seconds",
            "When the latest attempt of the open write began; absent while there is none.",
            status => status.Operation?.StartedAt.ToUnixTimeSeconds()),
    ];

    /// <summary>Writes all families in the text format of Prometheus.</summary>
    /// <param name="filters">The objects.</param>
    /// <param name="lastObserved">When this process last saw the filter of an object; null when it does not look.</param>
    /// <param name="output">Where to.</param>
    public static async Task WriteAsync(
        IReadOnlyCollection<TrafficMirrorFilter> filters, Func<ObjectKey, DateTimeOffset?> lastObserved, TextWriter output)
    {
        foreach (var family in Families)
        {
            await output.WriteAsync(Head(family.Name, family.Help));
            foreach (var filter in filters)
                if (family.Value(filter.Status ?? new TrafficMirrorFilterStatus()) is { } value)
                    await output.WriteAsync($"{family.Name}{{{Labels(filter)}}} {Text(value)}\n");
        }

        await WriteObservationsAsync(filters, lastObserved, output);
        await output.WriteAsync(Head("vpcmirror_filter_info", "1, with the region and id of the filter in the cloud."));
        foreach (var filter in filters)
        {
            var (region, id) = (filter.Spec.RegionId, filter.Filter().FilterId);
            await output.WriteAsync($"vpcmirror_filter_info{{{Labels(filter)},region=\"{region}\",filter=\"{id}\"}} 1\n");
        }

        await output.WriteAsync(
            Head("vpcmirror_filter_condition", "1 for each condition that is true, beside Ready; absent while it is not."));
        foreach (var filter in filters)
            foreach (var condition in filter.Status?.Conditions ?? [])
                if (condition is { Status: ConditionStatus.True, Type: not ConditionTypes.Ready })
                    await output.WriteAsync(
                        $"vpcmirror_filter_condition{{{Labels(filter)},type=\"{condition.Type}\",reason=\"{condition.Reason}\"}} 1\n");
    }

    /// <summary>Only a process that reconciles knows when it saw what. The alert compares the age with the interval.</summary>
    private static async Task WriteObservationsAsync(
        IReadOnlyCollection<TrafficMirrorFilter> filters, Func<ObjectKey, DateTimeOffset?> lastObserved, TextWriter output)
    {
        await output.WriteAsync(Head(
            "vpcmirror_filter_last_observed_timestamp_seconds",
            "When the leader last saw the filter in the cloud, in Unix time; until then, when it began to look."));
        foreach (var filter in filters)
            if (IsToBeSeen(filter) && lastObserved(filter.Key()) is { } seen)
                await output.WriteAsync(
                    $"vpcmirror_filter_last_observed_timestamp_seconds{{{Labels(filter)}}} {Text(seen.ToUnixTimeSeconds())}\n");
        await output.WriteAsync(Head("vpcmirror_filter_check_interval_seconds", "How often the filter is to be seen at least."));
        foreach (var filter in filters)
            await output.WriteAsync(
                $"vpcmirror_filter_check_interval_seconds{{{Labels(filter)}}} {Text(filter.Spec.DriftInterval().TotalSeconds)}\n");
    }

    /// <summary>What may not be had is not looked at, and that is no trouble.</summary>
    private static bool IsToBeSeen(TrafficMirrorFilter filter) =>
        Conditions.Find(filter.Status?.Conditions ?? [], ConditionTypes.Ready)?.Reason is not (Reasons.NotAllowed or Reasons.InvalidRule);

    private static string Head(string name, string help) => $"# HELP {name} {help}\n# TYPE {name} gauge\n";

    // Names, ids and condition words hold nothing that would have to be escaped.
    private static string Labels(TrafficMirrorFilter filter) =>
        $"namespace=\"{filter.Metadata.Namespace}\",name=\"{filter.Metadata.Name}\"";

    private static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);

    private sealed record Family(string Name, string Help, Func<TrafficMirrorFilterStatus, double?> Value);
}
