using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorFilters;
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
            new StatusReport([.. new[] { Held, Session("new"), Edited() }.Select(StatusItem.Of), StatusItem.Of(Filter)]),
            namespaces: true, Now));

    [Fact]
    public void A_status_as_json() =>
        Golden.Check("status.json.txt", ClusterJson.Write(new StatusReport([StatusItem.Of(Held)]), OutputFormat.Json));

    [Fact]
    public void A_status_of_filters_alone_is_one_table() =>
        Golden.Check("status-filters.txt", StatusText.Render(new StatusReport([StatusItem.Of(Filter)]), namespaces: false, Now));

    [Fact]
    public void A_session_that_is_not_yet_created_has_no_id()
    {
        var created = Session("new");
        created = created with { Spec = created.Spec with { TrafficMirrorSessionId = null } };

        Assert.Null(StatusItem.Of(created).TrafficMirrorSessionId);
        Assert.Contains(
            "cn-hangzhou/-", string.Join('\n', StatusText.Render(new StatusReport([StatusItem.Of(created)]), namespaces: false, Now)),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_diff_of_attributes_and_rules_reads_as_a_plan()
    {
        var declared = Held with
        {
            Status = Held.Status! with
            {
                Sources = new SourceCounts { Pending = "0" },
                Plan = new PlanState { Attributes = [new AttributeChange { Attribute = "target", Was = "eni-a", Is = "eni-b" }] },
            },
        };

        Golden.Check(
            "diff-attributes.txt", [.. DiffText.Render(DiffItem.OfStatus(declared)), .. DiffText.Render(DiffItem.OfStatus(Filter))]);
    }

    [Fact]
    public void A_history_of_a_filter_counts_rules() =>
        Golden.Check("history-filter.txt", HistoryText.Render(HistoryReport.Of(Filter, []), Now));

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

    private static readonly TrafficMirrorFilter Filter = new()
    {
        Metadata = new ObjectMeta { Namespace = "default", Name = "to-the-ids", Generation = 1 },
        Spec = new TrafficMirrorFilterSpec { RegionId = "cn-hangzhou", TrafficMirrorFilterId = "tmf-1", IngressRules = [] },
        Status = new TrafficMirrorFilterStatus
        {
            ObservedGeneration = 1,
            Conditions =
            [
                new Condition
                {
                    Type = ConditionTypes.Ready, Status = ConditionStatus.False, Reason = "EditingRules", Message = "1 rule differs.",
                    LastTransitionTime = Now, ObservedGeneration = 1,
                },
            ],
            Rules = new RuleCounts { Desired = 2, Actual = 3, ToChange = 1, ToRemove = 1, Pending = "~1 -1" },
            Plan = new FilterPlanState { Hash = "cafe", Changes = ["~ ingress 20 accept TCP => accept UDP", "- ingress 30 accept ALL"] },
            LastObservedTime = Now - TimeSpan.FromSeconds(20),
            LastWrites = [new FilterWriteRecord { Time = Now.AddMinutes(-1), Verb = OperationVerb.UpdateRule, Rules = 1, Result = "OK" }],
        },
    };

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
