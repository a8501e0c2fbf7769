using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.Output;

namespace VpcMirrorOperator.Tests.Output;

/// <summary>Rows in every progress.</summary>
internal static class Rows
{
    public static readonly SessionRow Ready = Row(
        "db", "Created", new SourceCounts { Desired = 12, Actual = 12 }, SessionProgress.Ready, "Synced", "Fine.");

    public static readonly SessionRow Working = Row(
        "web-tier", "Modifying", new SourceCounts { Desired = 35, Actual = 28, ToAdd = 7, ToRemove = 17 }, SessionProgress.Working,
        "WaitingForCloud", "Wait.");

    public static readonly SessionRow Blocked = Row(
        "payments", "Created", new SourceCounts { Desired = 2, Actual = 9, ToRemove = 7 }, SessionProgress.Blocked, "MaxRemovalsExceeded",
        "Approve it.");

    public static readonly SessionRow New = Row("edge", "", null, SessionProgress.Working, "Pending", "");

    public static readonly IReadOnlyList<SessionRow> All = [Ready, Working, Blocked, New];

    private static SessionRow Row(
        string name, string state, SourceCounts? counts, SessionProgress progress, string reason, string message) => new(
        new ObjectKey("default", name),
        new SessionRef(Accounts.Default, "cn-hangzhou", $"tms-bp1z7v0atwwg{name.Replace("-", "", StringComparison.Ordinal)}"),
        state, counts, progress, reason, message);
}
