using VpcMirrorOperator.AlibabaCloud.Vpc;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorFilters;
using VpcMirrorOperator.Core.Tests.Kinds.Sessions.Planning;
using VpcMirrorOperator.Emulator.Settings;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Engine.Tenancy;
using VpcMirrorOperator.Kubernetes.Events;
using static VpcMirrorOperator.Core.Tests.Kinds.Filters.FilterRig;

namespace VpcMirrorOperator.Core.Tests.Kinds.Filters;

/// <summary>Rules S13 and S14: adopted filters against the emulated cloud.</summary>
public class FilterEngineTests
{
    [Fact]
    public void S14_one_changed_rule_is_one_call_that_changes_it_in_place()
    {
        var rig = new FilterRig(Spec(Drop4789(10), Accept(20, "10.0.0.0/8")), [Seed(20)]);
        rig.Edit(spec => spec with { IngressRules = [Accept(20, "10.0.0.0/8")] });
        rig.RunUntilReady();
        Assert.Equal(["UpdateTrafficMirrorFilterRuleAttribute"], rig.Writes.Select(call => call.Action));
        Assert.Equal(Accept(20, "10.0.0.0/8").Content(), Assert.Single(rig.Rules()).Content);
        Assert.Null(rig.Status.Operation);
        Assert.Null(rig.Status.Plan);
        Assert.Equal("0", rig.Status.Rules!.Pending);
        Assert.Empty(rig.Store.Find(Key)!.Metadata.Finalizers);
    }

    [Fact]
    public void S14_rules_of_both_directions_share_calls_and_a_rule_that_decides_for_another_comes_before_it()
    {
        var rig = new FilterRig(Spec(Drop4789(10), Accept(20)) with { EgressRules = [Drop4789(10), Accept(20)] }, []);
        rig.RunUntilReady();
        // In one call the accepting rule might land first, and mirror for a moment what is never to be mirrored.
        Assert.Equal(["CreateTrafficMirrorFilterRules", "CreateTrafficMirrorFilterRules"], rig.Writes.Select(call => call.Action));
        Assert.Equal(2, rig.Rules().Count);
        Assert.Equal(2, rig.Rules(RuleDirection.Egress).Count);
    }

    [Fact]
    public void S14_priorities_of_two_rules_are_swapped_without_a_missing_rule()
    {
        var rig = new FilterRig(Spec(Accept(10, "10.0.0.0/8"), Accept(20, "172.16.0.0/12")), [Seed(10, "172.16.0.0/12"), Seed(20,
            "10.0.0.0/8")]);
        rig.RunUntilReady();
        Assert.Equal(3, rig.Writes.Length);
        Assert.Equal([Accept(10, "10.0.0.0/8").Content(), Accept(20, "172.16.0.0/12").Content()], rig.Rules().Select(rule =>
            rule.Content!.Value));
    }

    [Fact]
    public void A_direction_that_is_not_declared_is_left_alone()
    {
        var rig = new FilterRig(Spec(Accept(10)), [Seed(10), Seed(10) with { Id = "tmr-e",
            Direction = Emulator.Filters.TrafficDirection.Egress }]);
        rig.RunUntilReady();
        Assert.Empty(rig.Writes);
        Assert.Single(rig.Rules(RuleDirection.Egress));
    }

    [Fact]
    public void A_filter_as_declared_costs_no_write_and_after_its_first_status_no_status_write()
    {
        var rig = new FilterRig(Spec(Accept(10)), [Seed(10)]);
        rig.RunUntilReady();
        rig.Store.Written.Clear();
        rig.RunFor(TimeSpan.FromHours(2));
        Assert.Empty(rig.Store.Written);
        Assert.Empty(rig.Writes);
        Assert.Empty(rig.Events);
        Assert.InRange(rig.Cloud.Snapshot().Calls.Count, 20, 28);
    }

    [Fact]
    public void Observe_reports_the_plan_and_writes_nothing()
    {
        var rig = new FilterRig(Spec(Accept(10, "10.0.0.0/8"), Accept(30)) with { ManagementPolicy = ManagementPolicy.Observe }, [Seed(10),
            Seed(20)]);
        rig.RunFor(TimeSpan.FromMinutes(10));
        Assert.Equal(Reasons.ObserveOnly, rig.Ready.Reason);
        Assert.Equal(
            [
                "~ ingress 10: accept ALL 0.0.0.0/0 -> 0.0.0.0/0 => accept ALL 10.0.0.0/8 -> 0.0.0.0/0",
                "- ingress 20: accept ALL 0.0.0.0/0 -> 0.0.0.0/0", "+ ingress 30: accept ALL 0.0.0.0/0 -> 0.0.0.0/0",
            ], rig.Status.Plan!.Changes);
        Assert.Equal(32, rig.Status.Plan.Hash.Length);
        Assert.Equal("+1 ~1 -1", rig.Status.Rules!.Pending);
        Assert.Empty(rig.Writes);
    }

    [Fact]
    public void A_suspended_filter_is_paused_and_goes_on_afterwards()
    {
        var rig = new FilterRig(Spec(Accept(10)) with { Suspend = true }, []);
        rig.RunFor(TimeSpan.FromMinutes(6));
        Assert.Equal(Reasons.Suspended, rig.Ready.Reason);
        Assert.True(rig.Has(ConditionTypes.Paused));
        Assert.Empty(rig.Writes);
        rig.Edit(spec => spec with { Suspend = null });
        rig.RunUntilReady();
        Assert.Single(rig.Writes);
    }

    [Fact]
    public void AddOnly_adds_what_is_missing_and_changes_and_removes_nothing()
    {
        var rig = new FilterRig(
            Spec(Accept(10, "10.0.0.0/8"), Accept(30)) with { ManagementPolicy = ManagementPolicy.AddOnly }, [Seed(10), Seed(20)]);
        rig.RunUntil(() => rig.Ready.Reason == Reasons.RuleNumberTaken && rig.Status.Operation is null);
        Assert.Empty(rig.Writes);
        rig.Edit(spec => spec with { IngressRules = [Accept(10), Accept(30)] });
        rig.RunUntilReady();
        Assert.Equal([10, 20, 30], rig.Rules().Select(rule => rule.Priority));
    }

    [Fact]
    public void S13_an_edit_that_takes_the_last_accepting_rule_of_a_filter_in_use_is_held()
    {
        var rig = new FilterRig(Spec(Drop4789(10)), [Seed(10)], inUse: true);
        rig.RunFor(TimeSpan.FromMinutes(6));
        Assert.Equal(Reasons.LastAcceptingRule, rig.Ready.Reason);
        Assert.Contains("tms-user", rig.Ready.Message, StringComparison.Ordinal);
        Assert.True(rig.Has(ConditionTypes.SafetyHold));
        Assert.True(rig.Has(ConditionTypes.Stalled));
        Assert.Empty(rig.Writes);
        Assert.Contains(rig.Events, told => told is (EventType.Warning, Reasons.LastAcceptingRule, _));
        rig.Edit(spec => spec with { Safety = new FilterSafetySpec { AllowEmpty = true } });
        rig.RunUntilReady();
        Assert.Equal(Drop4789(10).Content(), Assert.Single(rig.Rules()).Content);
    }

    [Fact]
    public void S13_a_rule_that_no_packet_reaches_does_not_count_as_accepting()
    {
        var dropAll = new RuleSpec { Priority = 1, Action = RuleAction.Drop };
        var rig = new FilterRig(Spec(dropAll, Accept(10)), [Seed(10)], inUse: true);
        rig.RunFor(TimeSpan.FromMinutes(6));
        Assert.Equal(Reasons.LastAcceptingRule, rig.Ready.Reason);
        Assert.Empty(rig.Writes);
    }

    [Fact]
    public void S13_a_filter_that_no_session_uses_is_emptied_as_declared()
    {
        var rig = new FilterRig(Spec(), [Seed(10), Seed(20)]);
        rig.RunUntilReady();
        Assert.Empty(rig.Rules());
        Assert.Single(rig.Writes);
    }

    [Fact]
    public void S13_rules_of_ipv6_are_left_alone_and_their_numbers_are_taken()
    {
        var ipv6 = Seed(20) with
        {
            Id = "tmr-v6", IpVersion = Emulator.Filters.IpVersion.IPv6, SourceCidrBlock = System.Net.IPNetwork.Parse("::/0"),
            DestinationCidrBlock = System.Net.IPNetwork.Parse("::/0"),
        };
        var rig = new FilterRig(Spec(Accept(10)), [Seed(10), ipv6]);
        rig.RunUntilReady();
        Assert.Contains("IPv6", rig.Ready.Message, StringComparison.Ordinal);
        rig.Edit(spec => spec with { IngressRules = [Accept(10), Accept(20, "10.0.0.0/8")] });
        rig.RunUntil(() => rig.Ready.Reason == Reasons.RuleNumberTaken);
        Assert.Contains("20", rig.Ready.Message, StringComparison.Ordinal);
        Assert.Empty(rig.Writes);
    }

    [Fact]
    public void S13_more_rules_than_the_quota_are_refused_by_the_cloud_and_told()
    {
        var rules = Enumerable.Range(1, 15).Select(i => Accept(i, $"10.{i}.0.0/16")).ToArray();
        var rig = new FilterRig(Spec(rules) with { EgressRules = rules }, []);
        rig.RunUntil(() => rig.Ready.Reason == Reasons.QuotaOfFilter);
        Assert.Equal(20, rig.Rules().Count + rig.Rules(RuleDirection.Egress).Count);
        var writes = rig.Writes.Length;
        rig.RunFor(TimeSpan.FromMinutes(5));
        Assert.InRange(rig.Writes.Length - writes, 0, 1);
        rig.Cloud.Settings = rig.Cloud.Settings with { MaxRulesPerFilter = 50 };
        rig.RunUntilReady();
        Assert.Equal(30, rig.Rules().Count + rig.Rules(RuleDirection.Egress).Count);
    }

    [Fact]
    public void A_change_by_somebody_else_is_told_and_taken_back()
    {
        var rig = new FilterRig(Spec(Accept(10)), [Seed(10)]);
        rig.RunUntilReady();
        rig.Foreign(client => client.SendAsync(
            new CreateTrafficMirrorFilterRulesRequest
            {
                RegionId = Given.Region, TrafficMirrorFilterId = FilterId,
                IngressRules = [new NewFilterRule { Priority = 5, Action = "drop", Protocol = "ALL", SourceCidrBlock = "0.0.0.0/0",
                    DestinationCidrBlock = "0.0.0.0/0" }],
            }, CancellationToken.None));
        rig.RunUntil(() => rig.Has(ConditionTypes.DriftDetected));
        rig.RunUntilReady();
        Assert.False(rig.Has(ConditionTypes.DriftDetected));
        Assert.Equal([10], rig.Rules().Select(rule => rule.Priority));
        Assert.Single(rig.Events, told => told.Reason == Reasons.RulesChanged);
    }

    [Fact]
    public void Our_own_edits_are_no_drift()
    {
        var rig = new FilterRig(Spec(Accept(10, "10.0.0.0/8"), Accept(20, "172.16.0.0/12")), [Seed(10, "172.16.0.0/12"), Seed(20,
            "10.0.0.0/8"), Seed(30)]);
        rig.RunUntilReady();
        Assert.DoesNotContain(rig.Events, told => told.Reason == Reasons.RulesChanged);
    }

    [Fact]
    public void A_writer_that_takes_our_change_back_each_time_is_a_contest_and_ours_come_less_often()
    {
        var rig = new FilterRig(Spec(Accept(10, "10.0.0.0/8")) with { DriftCheckInterval = TimeSpan.FromSeconds(30) }, [Seed(10)]);
        for (var i = 0; i < 60 && !(rig.Events.Exists(told => told.Reason == Reasons.ContestedFilter)); i++)
        {
            rig.RunFor(TimeSpan.FromMinutes(1));
            rig.Foreign(async client =>
            {
                var list = await new VpcMirrorOperator.Cloud.FilterLister(client, Given.Region).ListAsync(CancellationToken.None);
                var rule = list.Find(FilterId)!.Rules[0];
                if (!rule.IsSettled || rule.Content == Accept(10).Content()) return true;
                await client.SendAsync(
                    new UpdateTrafficMirrorFilterRuleAttributeRequest
                    {
                        RegionId = Given.Region, TrafficMirrorFilterRuleId = rule.Id, SourceCidrBlock = "0.0.0.0/0",
                    }, CancellationToken.None);
                return true;
            });
        }

        Assert.Contains(rig.Events, told => told.Reason == Reasons.ContestedFilter);
        Assert.InRange(rig.Writes.Length, 3, 6);
        Assert.True(rig.Has(ConditionTypes.OwnershipConflict));

        // The other one has stopped: a while later, nothing is said of it any more.
        rig.RunFor(TimeSpan.FromMinutes(30));
        Assert.Equal(Reasons.Synced, rig.Ready.Reason);
        Assert.False(rig.Has(ConditionTypes.OwnershipConflict));
    }

    [Fact]
    public void A_filter_that_is_not_listed_twice_is_told()
    {
        var rig = new FilterRig(Spec(Accept(10)) with { TrafficMirrorFilterId = "tmf-gone" }, []);
        rig.RunUntil(() => rig.Status?.Conditions.Count > 0);
        Assert.Equal(Reasons.FilterNotFound, rig.Ready.Reason);
        Assert.True(rig.Thread.Time.GetUtcNow() - Given.Now >= TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void A_deleted_object_goes_and_the_filter_stays()
    {
        var rig = new FilterRig(Spec(Accept(10)), [Seed(10)]);
        rig.RunUntilReady();
        rig.Store.Delete(Key);
        rig.Reconcile();
        Assert.Null(rig.Store.Find(Key));
        Assert.Single(rig.Rules());
        Assert.Contains(rig.Events, told => told.Reason == Reasons.Released);
    }

    [Fact]
    public void S18_without_a_list_only_the_operators_own_namespace_may_have_filters()
    {
        var rig = new FilterRig(Spec(Accept(10)), []) { Tenancy = TenancyRules.WithoutList };
        rig.Reconciler = rig.Process("tenant");
        rig.RunFor(TimeSpan.FromMinutes(6));
        Assert.Equal(Reasons.NotAllowed, rig.Ready.Reason);
        Assert.Empty(rig.Cloud.Snapshot().Calls);
    }

    [Fact]
    public void Each_write_is_recorded_before_it_is_made_and_repeated_with_its_token_when_its_answer_is_lost()
    {
        var rig = new FilterRig(Spec(Accept(10)), []);
        rig.Cloud.Faults.Add(new Emulator.Faults.FaultRule { Kind = Emulator.Faults.FaultKind.DropAfterEffect, Times = 1,
            Action = "CreateTrafficMirrorFilterRules" });
        rig.RunUntilReady();
        Assert.All(rig.Writes, call => Assert.Equal(rig.Writes[0].ClientToken, call.ClientToken));
        Assert.Single(rig.Rules());
        var intents = rig.Store.Written.Select(status => status.Operation).OfType<OperationState>().ToList();
        Assert.Equal(rig.Writes[0].ClientToken, intents[0].ClientToken);
    }

    [Fact]
    public void A_dry_run_that_is_refused_keeps_the_write_from_being_made()
    {
        var rig = new FilterRig(Spec(Accept(10)) with { ValidateWithDryRun = true }, []);
        rig.RunUntilReady();
        Assert.Single(rig.Writes);
        Assert.Contains(rig.Cloud.Snapshot().Calls, call => call is { DryRun: true, Action: "CreateTrafficMirrorFilterRules" });
    }

    [Fact]
    public void A_cloud_that_shows_old_lists_for_a_while_is_not_written_to_twice()
    {
        var rig = new FilterRig(
            Spec(Accept(10), Accept(20, "10.0.0.0/8")), [], settings: new EmulatorSettings { StaleAfterWrite = TimeSpan.FromSeconds(20) });
        rig.RunUntilReady();
        Assert.Single(rig.Writes);
    }
}
