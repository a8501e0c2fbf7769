using VpcMirrorOperator.AlibabaCloud.Vpc;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Core.Tests.Kinds.Sessions.Planning;
using VpcMirrorOperator.Emulator.Faults;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Engine.Tenancy;
using VpcMirrorOperator.Kubernetes.Model;
using static VpcMirrorOperator.Core.Tests.Kinds.Filters.FilterRig;

namespace VpcMirrorOperator.Core.Tests.Kinds.Filters;

/// <summary>Refusals, lost calls and old answers: none of them is written, told or believed for ever.</summary>
public class FilterRefusalTests
{
    private const string UpdateRule = "UpdateTrafficMirrorFilterRuleAttribute";
    private const string DeleteRules = "DeleteTrafficMirrorFilterRules";

    [Fact]
    public void S13_a_list_of_sessions_that_nobody_took_is_not_believed_an_hour_later()
    {
        var rig = new FilterRig(Spec(Accept(10)), [Seed(10)]);
        rig.RunUntilReady();
        rig.Edit(spec => spec with { IngressRules = [] });
        for (var i = 0; i < 5 && UsageLists(rig) == 0; i++)
        {
            rig.Thread.Run(() => rig.Reconciler.ReconcileAsync(Key, CancellationToken.None).AsTask());
            rig.Thread.Pass(TimeSpan.FromMilliseconds(100));
        }

        Assert.Equal(1, UsageLists(rig));
        rig.Edit(spec => spec with { IngressRules = [Accept(10)] });
        rig.RunUntilReady();
        rig.RunFor(TimeSpan.FromHours(1));

        rig.Edit(spec => spec with { IngressRules = [] });
        rig.RunUntil(() => rig.Writes.Length == 1);

        Assert.Equal(2, UsageLists(rig));
    }

    [Fact]
    public void A_change_that_the_dry_run_refuses_each_minute_is_one_drift()
    {
        var rig = new FilterRig(Spec(Accept(10)) with { ValidateWithDryRun = true }, [Seed(10)]);
        rig.RunUntilReady();
        rig.Cloud.Faults.Add(new FaultRule { Kind = FaultKind.Error, Action = DeleteRules, Status = 403, Code = "Forbidden.RAM" });
        AddByHand(rig, 5);

        rig.RunFor(TimeSpan.FromMinutes(20));

        Assert.Equal(Reasons.PermissionDenied, rig.Ready.Reason);
        Assert.Contains("vpc:" + DeleteRules, rig.Ready.Message, StringComparison.Ordinal);
        Assert.Single(rig.Events, told => told.Reason == Reasons.RulesChanged);
    }

    [Theory]
    [InlineData("IncorrectStatus.TrafficMirrorFilter", 400, Reasons.FilterBusy, "who else changes the filter")]
    [InlineData("OperationConflict", 400, Reasons.FilterBusy, "who else changes the filter")]
    [InlineData("LastTokenProcessing", 400, Reasons.FilterBusy, "who else changes the filter")]
    [InlineData("DuplicatedParam.Priority", 400, Reasons.CloudRefused, "the filter is listed anew")]
    [InlineData("QuotaExceeded.TrafficMirrorFilter", 400, Reasons.QuotaExceeded, "a filter 20 rules")]
    public void What_is_to_be_done_about_a_filter_does_not_speak_of_sessions(string code, int status, string reason, string remedy)
    {
        var rig = new FilterRig(Spec(Accept(10)), [Seed(10)]);
        rig.RunUntilReady();
        rig.Cloud.Faults.Add(new FaultRule { Kind = FaultKind.Error, Action = UpdateRule, Status = status, Code = code });
        rig.Edit(spec => spec with { IngressRules = [Accept(10, "10.0.0.0/8")] });

        rig.RunUntil(() => rig.Ready.Reason == reason);

        Assert.StartsWith("Cannot change the rules: ", rig.Ready.Message, StringComparison.Ordinal);
        Assert.Contains(remedy, rig.Ready.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("session", rig.Ready.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("source", rig.Ready.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_change_made_again_after_its_repair_is_told_again()
    {
        var rig = new FilterRig(Spec(Accept(10)), [Seed(10)]);
        for (var time = 1; time <= 2; time++)
        {
            rig.RunUntilReady();
            AddByHand(rig, 5);
            rig.RunUntil(() => rig.Events.Count(told => told.Reason == Reasons.RulesChanged) == time);
        }
    }

    [Fact]
    public void Rules_that_are_listed_and_not_found_are_told_and_tried_less_and_less_often()
    {
        var rig = new FilterRig(Spec(Accept(10, "10.0.0.0/8")), [Seed(10)]);
        const string code = "ResourceNotFound.TrafficMirrorFilterRule";
        rig.Cloud.Faults.Add(new FaultRule { Kind = FaultKind.Error, Action = UpdateRule, Status = 404, Code = code });

        rig.RunFor(TimeSpan.FromMinutes(20));

        Assert.Equal(Reasons.RuleNotFound, rig.Ready.Reason);
        Assert.InRange(rig.Writes.Length, 5, 20);
    }

    [Fact]
    public void S13_a_quota_that_is_tried_again_does_not_take_the_condition_away()
    {
        var rules = Enumerable.Range(1, 25).Select(i => Accept(i, $"10.{i}.0.0/16")).ToArray();
        var rig = new FilterRig(Spec(rules), []);
        rig.RunUntil(() => rig.Ready.Reason == Reasons.QuotaOfFilter);
        var writes = rig.Writes.Length;
        rig.Store.Written.Clear();

        rig.RunFor(TimeSpan.FromMinutes(45));

        Assert.True(rig.Writes.Length > writes);
        Assert.All(rig.Store.Written, status => Assert.True(Conditions.IsTrue(status.Conditions, ConditionTypes.Stalled)));
        Assert.Single(rig.Events, told => told.Reason == Reasons.QuotaOfFilter);
    }

    [Fact]
    public void S14_a_lost_change_of_a_rule_that_is_gone_is_not_repeated()
    {
        var rig = new FilterRig(Spec(Accept(10, "10.0.0.0/8")), [Seed(10)]);
        rig.Cloud.Faults.Add(new FaultRule { Kind = FaultKind.DropBeforeEffect, Times = 1, Action = UpdateRule });
        rig.RunUntil(() => rig.Writes.Length == 1);
        rig.Foreign(client => client.SendAsync(
            new DeleteTrafficMirrorFilterRulesRequest
            {
                RegionId = Given.Region, TrafficMirrorFilterId = FilterId, TrafficMirrorFilterRuleIds = ["tmr-10"],
            }, CancellationToken.None));
        rig.Thread.Pass(TimeSpan.FromSeconds(10));

        rig.RunUntilReady();

        Assert.Single(rig.Writes, call => call.Action == UpdateRule);
        Assert.Equal(Accept(10, "10.0.0.0/8").Content(), Assert.Single(rig.Rules()).Content);
    }

    [Fact]
    public void S5_an_older_object_that_is_not_allowed_does_not_stand_in_the_way()
    {
        var rig = new FilterRig(Spec(Accept(10)), []) { Tenancy = TenancyRules.WithoutList, OwnNamespace = Key.Namespace };
        rig.Reconciler = rig.Process("me");
        var mine = rig.Store.Find(Key)!;
        rig.Store.Put(mine with
        {
            Metadata = new ObjectMeta
            {
                Namespace = "tenant", Name = "first", Uid = "uid-0", CreationTimestamp = Given.Now - TimeSpan.FromDays(1),
            },
        });

        rig.RunUntilReady();

        Assert.Single(rig.Rules());
    }

    private static int UsageLists(FilterRig rig) =>
        rig.Cloud.Snapshot().Calls.Count(call => call.Action == "ListTrafficMirrorSessions");

    private static void AddByHand(FilterRig rig, int priority) => rig.Foreign(client => client.SendAsync(
        new CreateTrafficMirrorFilterRulesRequest
        {
            RegionId = Given.Region,
            TrafficMirrorFilterId = FilterId,
            IngressRules =
            [
                new NewFilterRule
                {
                    Priority = priority, Action = "drop", Protocol = "ALL", SourceCidrBlock = "0.0.0.0/0",
                    DestinationCidrBlock = "0.0.0.0/0",
                },
            ],
        }, CancellationToken.None));
}
