using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorPolicies;
using VpcMirrorOperator.Core.Tests.Kinds.Policies.Children;
using VpcMirrorOperator.Core.Tests.Kinds.Policies.World;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Kinds.Policies.Guards;
using VpcMirrorOperator.Kinds.Policies.Packing;
using VpcMirrorOperator.Kinds.Policies.Planning;
using VpcMirrorOperator.Kinds.Policies.Schedules;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Core.Tests.Kinds.Policies.Planning;

public class PolicyVerdictTests
{
    private static readonly CreateChild Write = new(default, null!, IsClosing: false);

    [Fact]
    public void P25_with_everything_covered_it_is_ready_and_says_how_much()
    {
        var verdict = Judge(GivenPlan.Of(("eni-1", "Covered"), ("eni-2", "Covered")));
        Assert.Equal((ConditionStatus.True, Reasons.Covered, false), (verdict.Ready, verdict.Reason, verdict.NeedsPerson));
        Assert.StartsWith("2 of 2 interfaces", verdict.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Disabled")]
    [InlineData("FinancialLocked")]
    [InlineData("Rejected")]
    [InlineData("QuotaOfTarget")]
    [InlineData("QuotaOfInterface")]
    [InlineData("PriorityExhausted")]
    [InlineData("LimitExceeded")]
    [InlineData("FilterNotReady")]
    [InlineData("Held")]
    public void P24_a_reason_that_does_not_pass_by_itself_is_told_with_its_remedy(string reason)
    {
        var verdict = Judge(GivenPlan.Of(("eni-1", "Covered"), ("eni-2", reason)), wasReady: true);
        Assert.Equal((ConditionStatus.False, reason, true), (verdict.Ready, verdict.Reason, verdict.NeedsPerson));
        Assert.Contains($"1 {reason} (eni-2). {CoverageReasons.Remedy(reason)!.TrimEnd('.')}", verdict.Message, StringComparison.Ordinal);
        Assert.StartsWith("1 of 2 interfaces", verdict.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("IsTarget")]
    [InlineData("ServiceManaged")]
    [InlineData("NotInUse")]
    [InlineData("NoInterface")]
    [InlineData("SharedInterfaceSkipped")]
    [InlineData("Excluded")]
    public void P24_what_cannot_or_shall_not_be_mirrored_says_nothing_against_ready(string reason)
    {
        var verdict = Judge(GivenPlan.Of(("eni-1", "Covered")).Beyond(("eni-2", reason)));
        Assert.Equal((ConditionStatus.True, Reasons.Covered), (verdict.Ready, verdict.Reason));
    }

    [Theory]
    [InlineData(true, 119, ConditionStatus.True, "Covered")]
    [InlineData(true, 120, ConditionStatus.True, "Covered")]
    [InlineData(true, 121, ConditionStatus.False, "Pending")]
    [InlineData(false, 1, ConditionStatus.False, "Pending")]
    public void P24_a_new_interface_has_two_minutes_where_all_was_well(bool wasReady, int secondsAgo, ConditionStatus ready, string reason)
    {
        var plan = GivenPlan.Of(("eni-1", "Covered"), ("eni-2", "Pending"));
        plan = plan with
        {
            Memory = new PolicyMemory
            {
                Pending = new Dictionary<string, DateTimeOffset> { ["eni-2"] = GivenPlan.Now.AddSeconds(-secondsAgo) },
            },
        };
        var verdict = Judge(plan, wasReady: wasReady);
        Assert.Equal((ready, reason, false, true), (verdict.Ready, verdict.Reason, verdict.NeedsPerson, verdict.IsWorking));
    }

    [Fact]
    public void P5_a_selection_that_is_not_known_is_unknown_before_anything_else()
    {
        var plan = GivenPlan.Of(("eni-1", "Rejected")) with { Blindness = "pods cannot be listed.", Guard = Holds(GuardReason.AllowEmpty) };
        var verdict = Judge(plan);
        Assert.Equal((ConditionStatus.Unknown, Reasons.SelectionUnknown), (verdict.Ready, verdict.Reason));
        Assert.Equal("pods cannot be listed. Nothing is removed meanwhile.", verdict.Message);
    }

    [Theory]
    [InlineData("EarlierPolicy", Reasons.EarlierPolicy, ConditionStatus.False)]
    [InlineData("LaterLeader", Reasons.WaitingForOtherProcess, ConditionStatus.Unknown)]
    [InlineData("ListAfterLoss", Reasons.ConfirmingObservation, ConditionStatus.Unknown)]
    public void P12_P10_a_pass_that_waits_says_for_what(string wait, string reason, ConditionStatus ready)
    {
        var verdict = Judge(GivenPlan.Of() with { Packing = new PackingResult { Waits = Enum.Parse<PackingWait>(wait) } });
        Assert.Equal((ready, reason, false, true), (verdict.Ready, verdict.Reason, verdict.NeedsPerson, verdict.IsWorking));
    }

    [Theory]
    [InlineData("MaxRemovals", Reasons.MaxRemovalsExceeded)]
    [InlineData("AllowEmpty", Reasons.WouldEmptySession)]
    public void P21_a_hold_names_how_many_why_and_the_approval(string guard, string reason)
    {
        var verdict = Judge(GivenPlan.Of(("eni-1", "Rejected")) with { Guard = Holds(Enum.Parse<GuardReason>(guard)) });
        Assert.Equal((ConditionStatus.False, reason, true), (verdict.Ready, verdict.Reason, verdict.NeedsPerson));
        Assert.StartsWith("2 removals are held", verdict.Message, StringComparison.Ordinal);
        Assert.EndsWith("vpcmirror.io/approved-plan: \"h\".", verdict.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Closed", 0, false, ConditionStatus.True, false)]
    [InlineData("Outside", 0, true, ConditionStatus.True, false)]
    [InlineData("Closed", 2, false, ConditionStatus.False, false)]
    [InlineData("Closed", 2, true, ConditionStatus.False, true)]
    public void P23_outside_of_its_window_it_closes_its_sessions_unless_that_is_forbidden(
        string schedule, int sessions, bool isSuspended, ConditionStatus ready, bool needsPerson)
    {
        var plan = GivenPlan.Of() with { Schedule = Enum.Parse<CaptureState>(schedule), Sessions = sessions };
        var verdict = Judge(plan, GivenPolicy.With(spec => spec with { Suspend = isSuspended }));
        Assert.Equal((ready, Reasons.OutsideSchedule, needsPerson), (verdict.Ready, verdict.Reason, verdict.NeedsPerson));
    }

    [Theory]
    [InlineData(ManagementPolicy.AddOnly)]
    [InlineData(ManagementPolicy.Observe)]
    public void P23_add_only_and_observe_stop_the_closing(ManagementPolicy managed)
    {
        var plan = GivenPlan.Of() with { Schedule = CaptureState.Closed };
        Assert.True(Judge(plan, GivenPolicy.With(spec => spec with { ManagementPolicy = managed })).NeedsPerson);
    }

    [Fact]
    public void Suspended_it_is_ready_only_as_far_as_all_is_covered_already()
    {
        var policy = GivenPolicy.With(spec => spec with { Suspend = true });
        var all = Judge(GivenPlan.Of(("eni-1", "Covered")), policy);
        var some = Judge(GivenPlan.Of(("eni-1", "Covered"), ("eni-2", "Pending")), policy);
        Assert.Equal([(ConditionStatus.True, Reasons.Suspended), (ConditionStatus.False, Reasons.Suspended)],
            [(all.Ready, all.Reason), (some.Ready, some.Reason)]);
        Assert.Equal("Rejected", Judge(GivenPlan.Of(("eni-1", "Rejected")), policy).Reason);
    }

    [Fact]
    public void P17_under_observe_it_says_that_it_only_shows_what_would_be_done()
    {
        var plan = GivenPlan.Of(("eni-1", "Pending")) with { Packing = new PackingResult { Planned = [Write] } };
        var verdict = Judge(plan, wasReady: true);
        Assert.Equal((ConditionStatus.False, Reasons.ObserveOnly, true), (verdict.Ready, verdict.Reason, verdict.NeedsPerson));
    }

    [Fact]
    public void Entries_that_select_nothing_are_ready_and_say_so()
    {
        Assert.Equal((ConditionStatus.True, Reasons.NothingSelected), (Judge(GivenPlan.Of()).Ready, Judge(GivenPlan.Of()).Reason));
        Assert.Equal(Reasons.NothingSelected, Judge(GivenPlan.Of().Beyond(("eni-1", "NoInterface"))).Reason);
    }

    [Fact]
    public void P27_words_name_three_reasons_the_most_frequent_first_with_three_ids_each()
    {
        var verdict = Judge(GivenPlan.Of(
            ("eni-1", "Held"), ("eni-2", "Rejected"), ("eni-3", "Rejected"), ("eni-4", "Rejected"), ("eni-5", "Rejected"),
            ("eni-6", "Disabled"), ("eni-7", "QuotaOfTarget"), ("eni-8", "Pending")));
        Assert.Equal("Rejected", verdict.Reason);
        Assert.Contains("4 Rejected (eni-2, eni-3, eni-4)", verdict.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("QuotaOfTarget", verdict.Message, StringComparison.Ordinal);
    }

    private static GuardDecision Holds(GuardReason reason) => new(
        Ids.None, Ids.None, Ids.None, reason, GuardState.Empty with { Held = new HeldPlan("h", Ids.Of("eni-8", "eni-9")) });

    private static PolicyVerdict Judge(PolicyPlan plan, TrafficMirrorPolicy? policy = null, bool wasReady = false) =>
        PolicyVerdict.Of(policy ?? GivenPolicy.With(), plan, wasReady, GivenPlan.Now);
}
