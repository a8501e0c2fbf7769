using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorPolicies;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Core.Tests.Kinds.Policies;

/// <summary>A policy with its sessions on an emulated account: both reconcilers, the real client, virtual time.</summary>
public sealed class PolicyLifeTests
{
    private static readonly TimeSpan LongerThanTheDelay = TimeSpan.FromMinutes(9);

    [Fact]
    public void P6_Everything_that_is_selected_is_packed_into_full_sessions()
    {
        var rig = new PolicyRig(25);

        rig.RunUntilReady();

        Assert.Equal([10, 10, 5], rig.Listed.Select(ids => ids.Count).OrderDescending());
        Assert.Equal(rig.Interfaces, rig.Mirrors);
        Assert.Equal("25/25", rig.Status.Interfaces!.Summary);
        Assert.Equal(3, rig.Status.Sessions);
        Assert.Equal(3, rig.Writes.Length);
        Assert.Equal(Reasons.Covered, rig.Ready.Reason);
    }

    [Fact]
    public void A_policy_at_rest_writes_nothing_more()
    {
        var rig = new PolicyRig(12);
        rig.RunUntilReady();
        rig.RunFor(TimeSpan.FromMinutes(3));
        var (writes, statuses) = (rig.Writes.Length, rig.Policies.Written.Count);

        rig.RunFor(TimeSpan.FromMinutes(20));

        Assert.Equal(writes, rig.Writes.Length);
        Assert.Equal(statuses, rig.Policies.Written.Count);
    }

    [Fact]
    public void P14_What_is_no_longer_selected_leaves_after_the_delay()
    {
        var rig = new PolicyRig(12);
        rig.RunUntilReady();

        rig.Untag(PolicyRig.Id(3));
        rig.RunFor(TimeSpan.FromMinutes(4));
        Assert.Contains(PolicyRig.Id(3), rig.Mirrors);

        rig.RunFor(LongerThanTheDelay);
        Assert.DoesNotContain(PolicyRig.Id(3), rig.Mirrors);
        Assert.Equal(11, rig.Mirrors.Count);
    }

    [Fact]
    public void P20_A_selector_that_loses_most_is_held_and_an_approval_lets_it_go()
    {
        var rig = new PolicyRig(12);
        rig.RunUntilReady();

        rig.Untag(rig.Interfaces.Take(9));
        rig.RunUntil(() => rig.Status.Held is not null);
        rig.RunFor(LongerThanTheDelay);

        Assert.Equal(12, rig.Mirrors.Count);
        Assert.Equal(Reasons.MaxRemovalsExceeded, rig.Ready.Reason);
        Assert.True(Conditions.IsTrue(rig.Status.Conditions, ConditionTypes.SafetyHold));

        rig.Approve(rig.Status.Held!.PlanHash);
        rig.RunUntil(() => rig.Mirrors.Count == 3);
        rig.RunUntilReady();
        Assert.Null(rig.Status.Held);
    }

    [Fact]
    public void P21_A_hold_outlives_a_restart_and_so_does_its_approval()
    {
        var rig = new PolicyRig(12);
        rig.RunUntilReady();
        rig.Untag(rig.Interfaces.Take(9));
        rig.RunUntil(() => rig.Status.Held is { Count: 9 });
        var plan = rig.Status.Held!.PlanHash;

        rig.Start();
        rig.RunFor(LongerThanTheDelay);
        Assert.Equal(plan, rig.Status.Held!.PlanHash);
        Assert.Equal(12, rig.Mirrors.Count);

        rig.Approve(plan);
        rig.Start();
        rig.RunUntil(() => rig.Mirrors.Count == 3);
    }

    [Fact]
    public void P8_A_move_to_another_target_leaves_no_gap()
    {
        var rig = new PolicyRig(12);
        rig.RunUntilReady();
        rig.MustStay.UnionWith(rig.Interfaces);

        rig.Edit(spec => spec with { Targets = [new PolicyTarget { Type = "SLB", Id = "lb-others" }] });
        rig.RunUntil(
            () => rig.Sessions.List().All(child => child.Spec.Session!.Target!.Id == "lb-others") && rig.Listed.Count == 2, minutes: 60);

        rig.RunUntilReady();
        Assert.Equal(rig.Interfaces, rig.Mirrors);
    }

    [Fact]
    public void P12_A_child_that_was_deleted_by_hand_comes_back_and_its_session_never_goes()
    {
        var rig = new PolicyRig(12);
        rig.RunUntilReady();
        rig.RunFor(TimeSpan.FromMinutes(3));
        rig.MustStay.UnionWith(rig.Interfaces);
        var (child, writes) = (rig.Sessions.List().First(), rig.Writes.Length);

        rig.Sessions.Delete(child.Key());
        rig.RunUntil(() => rig.Sessions.Find(child.Key()) is null);
        rig.RunUntil(() => rig.Sessions.Find(child.Key()) is { } again && again.SessionId() == child.SessionId());
        rig.RunUntilReady();
        rig.RunFor(TimeSpan.FromMinutes(5));

        Assert.Equal(2, rig.Listed.Count);
        Assert.Equal(writes, rig.Writes.Length - rig.Writes.Skip(writes).Count(call => call.Action is "TagResources"));
    }

    [Fact]
    public void P11_An_edited_child_makes_no_source_write_and_is_put_back()
    {
        var rig = new PolicyRig(12);
        rig.RunUntilReady();
        rig.RunFor(TimeSpan.FromMinutes(3));
        var (child, writes) = (rig.Sessions.List().First(), rig.Writes.Length);

        rig.Sessions.Put(child with { Spec = child.Spec with { SourceIds = [child.Spec.SourceIds[0]] } });
        rig.RunFor(TimeSpan.FromMinutes(5));

        Assert.Equal(child.Spec.SourceIds, rig.Sessions.Find(child.Key())!.Spec.SourceIds);
        Assert.Equal(writes, rig.Writes.Length);
    }

    [Fact]
    public void P19_Under_Delete_the_account_is_as_it_was()
    {
        var rig = new PolicyRig(25);
        rig.RunUntilReady();

        rig.DeletePolicy();
        rig.RunUntil(() => rig.Policies.Find(PolicyRig.Key) is null);

        Assert.Empty(rig.Listed);
        Assert.Empty(rig.Sessions.List());
    }

    [Fact]
    public void P19_Under_Delete_a_session_whose_child_is_missing_is_taken_back_first()
    {
        var rig = new PolicyRig(12);
        rig.RunUntilReady();
        rig.RunFor(TimeSpan.FromMinutes(3));
        rig.Sessions.Remove(rig.Sessions.List().First().Key());

        rig.DeletePolicy();
        rig.RunUntil(() => rig.Policies.Find(PolicyRig.Key) is null);

        Assert.Empty(rig.Listed);
    }

    [Fact]
    public void P19_Under_Retain_the_sessions_go_on_and_an_event_names_them()
    {
        var rig = new PolicyRig(12, PolicyRig.Spec() with { DeletionPolicy = null });
        rig.RunUntilReady();

        rig.DeletePolicy();
        rig.RunUntil(() => rig.Policies.Find(PolicyRig.Key) is null);

        Assert.Equal(2, rig.Listed.Count);
        Assert.Empty(rig.Sessions.List());
        var told = Assert.Single(rig.Events, one => one.Reason == Reasons.PolicyReleased);
        Assert.Contains("go on mirroring: tms-", told.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void S17_An_uninstall_deletes_nothing()
    {
        var rig = new PolicyRig(12);
        rig.RunUntilReady();
        rig.Policies.KindIsGoingAway = true;

        rig.DeletePolicy();
        rig.RunUntil(() => rig.Policies.Find(PolicyRig.Key) is null);
        foreach (var child in rig.Sessions.List().ToList()) rig.Sessions.Delete(child.Key());
        rig.RunUntil(() => rig.Sessions.List().Count == 0);

        Assert.Equal(12, rig.Mirrors.Count);
    }

    [Fact]
    public void P18_A_namespace_that_goes_under_Delete_leaves_no_session()
    {
        var rig = new PolicyRig(12);
        rig.RunUntilReady();
        rig.IsNamespaceEnding = true;
        foreach (var child in rig.Sessions.List().ToList()) rig.Sessions.Delete(child.Key());

        rig.DeletePolicy();
        rig.RunUntil(() => rig.Policies.Find(PolicyRig.Key) is null && rig.Sessions.List().Count == 0);

        Assert.Empty(rig.Listed);
    }

    [Fact]
    public void P24_Interfaces_that_find_no_place_are_counted_by_reason()
    {
        var rig = new PolicyRig(45, PolicyRig.Spec(
            new PolicyTarget { Type = "NetworkInterface", Id = "eni-target1" },
                new PolicyTarget { Type = "NetworkInterface", Id = "eni-target2" }));

        rig.RunUntil(() => rig.Policy.Status?.Interfaces?.Covered == 40);

        Assert.Equal(ConditionStatus.False, rig.Ready.Status);
        Assert.Equal("QuotaOfTarget", rig.Ready.Reason);
        Assert.Equal(5, Assert.Single(rig.Status.Reasons).Count);
    }

    [Fact]
    public void P23_An_end_that_was_announced_closes_the_sessions_on_time()
    {
        var ends = Sessions.Planning.Given.Now.AddMinutes(20);
        var rig = new PolicyRig(12, PolicyRig.Spec() with { Schedule = new CaptureWindow { EndsAt = ends } });
        rig.RunUntilReady();
        Assert.Equal(ends, rig.Status.ScheduledEnd);

        rig.RunUntil(() => rig.Listed.Count == 0);

        Assert.InRange(rig.Thread.Time.GetUtcNow() - ends, TimeSpan.Zero, TimeSpan.FromMinutes(3));
        rig.RunUntil(() => rig.Sessions.List().Count == 0);
        Assert.Equal(Reasons.OutsideSchedule, rig.Ready.Reason);
    }

    [Fact]
    public void P17_A_suspended_policy_suspends_its_sessions_and_nothing_is_written()
    {
        var rig = new PolicyRig(12);
        rig.RunUntilReady();
        rig.Edit(spec => spec with { Suspend = true });
        rig.RunFor(TimeSpan.FromMinutes(1));
        var writes = rig.Writes.Length;

        rig.Untag(PolicyRig.Id(0));
        rig.RunFor(LongerThanTheDelay);

        Assert.All(rig.Sessions.List(), child => Assert.True(child.Spec.Suspend));
        Assert.Equal(writes, rig.Writes.Length);
    }

    [Fact]
    public void P17_Observe_makes_nothing_and_shows_the_packing()
    {
        var rig = new PolicyRig(12, PolicyRig.Spec() with { ManagementPolicy = ManagementPolicy.Observe });

        rig.RunUntil(() => rig.Policy.Status?.Planned.Count > 0);

        Assert.Equal(2, rig.Status.Planned.Count);
        Assert.Empty(rig.Sessions.List());
        Assert.Equal(Reasons.ObserveOnly, rig.Ready.Reason);
    }

    [Fact]
    public void A_policy_without_a_cluster_says_that_it_needs_one_for_pods()
    {
        var rig = new PolicyRig(1, PolicyRig.Spec() with
        {
            Sources = [new SourceEntry { Pods = new PodSource { PodSelector = new LabelSelector() } }],
        });

        rig.RunUntil(() => rig.Policy.Status is not null);

        Assert.Equal(Reasons.NeedsCluster, rig.Ready.Reason);
        Assert.True(Conditions.IsTrue(rig.Status.Conditions, ConditionTypes.Stalled));
    }
}
