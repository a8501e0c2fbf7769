using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Kubernetes.Events;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.Output;
using VpcMirrorOperator.Output.Cluster;

namespace VpcMirrorOperator.Tests.Output.Cluster;

public class ClusterReportTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly TrafficMirrorSession Held = Session("payments") with
    {
        Status = new TrafficMirrorSessionStatus
        {
            ObservedGeneration = 2,
            Conditions =
            [
                new Condition
                {
                    Type = ConditionTypes.Ready, Status = ConditionStatus.False, Reason = "MaxRemovalsExceeded", Message = "Approve it.",
                    LastTransitionTime = Now, ObservedGeneration = 2,
                },
            ],
            Sources = new SourceCounts { Desired = 3, Actual = 30, ToAdd = 1, ToRemove = 28, Pending = "+1 -28", Coverage = 66 },
            Plan = new PlanState { Hash = "abcd", Add = ["eni-a"], Remove = [.. Enumerable.Range(10, 20).Select(n => $"eni-r{n}")] },
            LastObservedTime = Now - TimeSpan.FromSeconds(200),
            LastWrites =
            [
                new WriteRecord { Time = Now.AddMinutes(-3), Verb = OperationVerb.Remove, Sources = 10, Result = "OK", RequestId = "R-2" },
                new WriteRecord { Time = Now.AddMinutes(-4), Verb = OperationVerb.Add, Sources = 2, Result = "Client.Timeout" },
            ],
        },
    };

    [Fact]
    public void A_status_for_people() => Golden.Check(
        "status.txt",
        StatusText.Render(
            new StatusReport([.. new[] { Held, Session("new"), Edited() }.Select(StatusItem.Of)]), namespaces: true, Now));

    [Fact]
    public void A_status_as_json() =>
        Golden.Check("status.json.txt", ClusterJson.Write(new StatusReport([StatusItem.Of(Held)]), OutputFormat.Json));

    [Fact]
    public void A_diff_of_a_status_says_that_it_is_cut() => Golden.Check("diff.txt", DiffText.Render(DiffItem.OfStatus(Held)));

    [Fact]
    public void A_diff_as_yaml() => Golden.Check("diff.yaml.txt", ClusterJson.Write(DiffItem.OfStatus(Held), OutputFormat.Yaml));

    [Fact]
    public void A_status_of_an_older_spec_is_no_comparison() => Assert.False(DiffItem.OfStatus(Edited()).Compared);

    [Fact]
    public void A_history_for_people() => Golden.Check("history.txt", HistoryText.Render(HistoryReport.Of(Held,
    [
        new ReportedEvent("Normal", "Synced", "12 of 12 sources are mirrored.", 1, Now.AddHours(-4), Now.AddHours(-4), "controller"),
        new ReportedEvent("Warning", "Throttled", "Later.", 7, Now.AddMinutes(-30), Now.AddSeconds(-5), "controller"),
    ]), Now));

    private static TrafficMirrorSession Edited() => Held with
    {
        Metadata = Held.Metadata with { Name = "edited", Generation = 3 },
        Spec = Held.Spec with { Suspend = true },
    };

    private static TrafficMirrorSession Session(string name) => new()
    {
        Metadata = new ObjectMeta { Namespace = "default", Name = name, Generation = 2 },
        Spec = new TrafficMirrorSessionSpec { RegionId = "cn-hangzhou", TrafficMirrorSessionId = "tms-" + name, SourceIds = ["eni-a"] },
    };
}
