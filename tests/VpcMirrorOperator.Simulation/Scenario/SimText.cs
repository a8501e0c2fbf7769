using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Simulation.Scenario;

/// <summary>Short texts for the trace.</summary>
internal static class SimText
{
    public static string Of(TrafficMirrorSessionStatus? status)
    {
        if (status is null) return "no status";
        var ready = Conditions.Find(status.Conditions, ConditionTypes.Ready);
        var operation = status.Operation is { } op
            ? $" op#{op.Sequence} {op.Verb} {op.Ids.Count} by {op.Holder} try {op.Attempts}{(op.AcceptedAt is null ? "" : " accepted")}"
            : "";
        return $"Ready={ready?.Status}/{ready?.Reason} {status.Session?.Status} +{status.Sources?.ToAdd} " +
            $"-{status.Sources?.ToRemove}{operation}";
    }
}
