using Prometheus;
using VpcMirrorOperator.Api.Shared;

namespace VpcMirrorOperator.Kinds.Filters.Metrics;

/// <summary>What this process has done to filters. Called from the reconcile; does not block or throw.</summary>
internal sealed class FilterCounters
{
    private static readonly OperationVerb[] Verbs =
        [OperationVerb.CreateRules, OperationVerb.UpdateRule, OperationVerb.DeleteRules];

    private readonly Counter _operations;
    private readonly Histogram _seconds;
    private readonly Counter _drifts;
    private readonly Counter _contests;
    private readonly Counter _holds;

    public FilterCounters(IMetricFactory factory)
    {
        _operations = factory.CreateCounter("vpcmirror_filter_operations_total", "Writes to filters that have ended.", ["verb", "result"]);
        _seconds = factory.CreateHistogram(
            "vpcmirror_filter_operation_duration_seconds", "From the latest attempt of a write to the observation that found its end.",
            ["verb"], new HistogramConfiguration { Buckets = [0.5, 1, 2, 4, 8, 15, 30, 60, 120, 300, 600] });
        _drifts = factory.CreateCounter("vpcmirror_filter_drift_total", "Times that somebody else's change of the rules was found.");
        _contests = factory.CreateCounter(
            "vpcmirror_filter_contests_total", "Times that another writer was found to take the same changes back again and again.");
        _holds = factory.CreateCounter("vpcmirror_filter_holds_total", "Times that an edit began to be held that would blind sessions.");
        // A series that begins with its first event would hide that event from increase().
        foreach (var verb in Verbs.Select(Label))
        {
            _seconds.WithLabels(verb);
            foreach (var result in new[] { "success", "failure" }) _operations.WithLabels(verb, result);
        }
    }

    /// <summary>An operation was found to have ended, by the list that the cloud shows.</summary>
    public void OperationEnded(OperationVerb verb, bool succeeded, TimeSpan duration)
    {
        _operations.WithLabels(Label(verb), succeeded ? "success" : "failure").Inc();
        _seconds.WithLabels(Label(verb)).Observe(duration.TotalSeconds);
    }

    /// <summary>Somebody else changed the rules.</summary>
    public void DriftSeen() => _drifts.Inc();

    /// <summary>A filter began to count as contested.</summary>
    public void Contested() => _contests.Inc();

    /// <summary>The guard began to hold an edit.</summary>
    public void Held() => _holds.Inc();

    private static string Label(OperationVerb verb) => verb switch
    {
        OperationVerb.CreateRules => "create-rules",
        OperationVerb.UpdateRule => "update-rule",
        _ => "delete-rules",
    };
}
