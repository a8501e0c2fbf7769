using System.Globalization;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Kinds.Sessions.Planning;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kinds.Sessions.Metrics;

/// <summary>
/// What the status of each object says, by namespace and name, written from the cache at each scrape: gauges of their own would hold
/// every number of every object a second time. Every replica shows the same: take the maximum over replicas.
/// </summary>
internal static class SessionGauges
{
    private static readonly Family[] Families =
    [
        new(
            "vpcmirror_session_coverage_ratio", "Share of the desired sources that are really mirrored, 0 to 1.",
            status => Counts(status).Coverage / 100d),
        new("vpcmirror_session_desired_sources", "Sources that the object lists.", status => Counts(status).Desired),
        new("vpcmirror_session_actual_sources", "Sources that the session has.", status => Counts(status).Actual),
        new("vpcmirror_session_pending_adds", "Sources still to be added.", status => Counts(status).ToAdd),
        new(
            "vpcmirror_session_pending_removals", "Sources still to be removed under the policy in force.",
            status => Counts(status).ToRemove),
        new("vpcmirror_session_rejected_sources", "Sources that the cloud refuses.", status => Counts(status).Rejected),
        new(
            "vpcmirror_session_ready", "1 while the object is Ready, else 0.",
            status => Conditions.IsTrue(status.Conditions, ConditionTypes.Ready) ? 1 : 0),
        new(
            "vpcmirror_session_enabled", "1 while the session is switched on, else 0; absent while it has not been seen.",
            status => Flag(status.Session?.Enabled)),
        new(
            "vpcmirror_session_locked",
            "1 while the account's business status forbids mirroring, else 0; absent while it has not been seen.",
            status => Flag(status.Session?.BusinessStatus is { } business ? business != ObservedSession.Normal : null)),
        new(
            "vpcmirror_session_operation_start_timestamp_seconds",
            "When the latest attempt of the open write began; absent while there is none.",
            status => status.Operation?.StartedAt.ToUnixTimeSeconds()),
    ];

    /// <summary>Writes all families in the text format of Prometheus.</summary>
    /// <param name="sessions">The objects.</param>
    /// <param name="lastObserved">When this process last saw the session of an object; null when it does not look.</param>
    /// <param name="output">Where to.</param>
    public static async Task WriteAsync(
        IReadOnlyCollection<TrafficMirrorSession> sessions, Func<ObjectKey, DateTimeOffset?> lastObserved, TextWriter output)
    {
        foreach (var family in Families)
        {
            await output.WriteAsync(Head(family.Name, family.Help));
            foreach (var session in sessions)
                if (family.Value(session.Status ?? new TrafficMirrorSessionStatus()) is { } value)
                    await output.WriteAsync($"{family.Name}{{{Labels(session)}}} {Text(value)}\n");
        }

        await WriteObservationsAsync(sessions, lastObserved, output);
        await output.WriteAsync(Head("vpcmirror_session_info", "1, with the region and id of the session in the cloud."));
        foreach (var session in sessions)
        {
            var (region, id) = (session.Spec.RegionId, session.Session().SessionId);
            await output.WriteAsync($"vpcmirror_session_info{{{Labels(session)},region=\"{region}\",session=\"{id}\"}} 1\n");
        }

        await output.WriteAsync(
            Head("vpcmirror_session_condition", "1 for each condition that is true, beside Ready; absent while it is not."));
        foreach (var session in sessions)
            foreach (var condition in session.Status?.Conditions ?? [])
                if (condition is { Status: ConditionStatus.True, Type: not ConditionTypes.Ready })
                    await output.WriteAsync(
                        $"vpcmirror_session_condition{{{Labels(session)},type=\"{condition.Type}\",reason=\"{condition.Reason}\"}} 1\n");
    }

    /// <summary>Only a process that reconciles knows when it saw what. The alert compares the age with the interval.</summary>
    private static async Task WriteObservationsAsync(
        IReadOnlyCollection<TrafficMirrorSession> sessions, Func<ObjectKey, DateTimeOffset?> lastObserved, TextWriter output)
    {
        await output.WriteAsync(Head(
            "vpcmirror_session_last_observed_timestamp_seconds",
            "When the leader last saw the session in the cloud, in Unix time; until then, when it began to look."));
        foreach (var session in sessions)
            if (IsToBeSeen(session) && lastObserved(session.Key()) is { } seen)
                await output.WriteAsync(
                    $"vpcmirror_session_last_observed_timestamp_seconds{{{Labels(session)}}} {Text(seen.ToUnixTimeSeconds())}\n");
        await output.WriteAsync(Head("vpcmirror_session_check_interval_seconds", "How often the session is to be seen at least."));
        foreach (var session in sessions)
            await output.WriteAsync(
                $"vpcmirror_session_check_interval_seconds{{{Labels(session)}}} {Text(session.Spec.DriftInterval().TotalSeconds)}\n");
    }

    /// <summary>What is another namespace's is not looked at, and that is no trouble.</summary>
    private static bool IsToBeSeen(TrafficMirrorSession session) => session.Status is not { } status
        || Conditions.Find(status.Conditions, ConditionTypes.Ready) is not { } ready
        || !Refusal.KeepsFromLooking(ready.Reason, status.Claim);

    private static string Head(string name, string help) => $"# HELP {name} {help}\n# TYPE {name} gauge\n";

    // Names, ids and condition words hold nothing that would have to be escaped.
    private static string Labels(TrafficMirrorSession session) =>
        $"namespace=\"{session.Metadata.Namespace}\",name=\"{session.Metadata.Name}\"";

    private static SourceCounts Counts(TrafficMirrorSessionStatus status) => status.Sources ?? new SourceCounts();

    private static double? Flag(bool? value) => value is { } known ? known ? 1 : 0 : null;

    private static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);

    private sealed record Family(string Name, string Help, Func<TrafficMirrorSessionStatus, double?> Value);
}
