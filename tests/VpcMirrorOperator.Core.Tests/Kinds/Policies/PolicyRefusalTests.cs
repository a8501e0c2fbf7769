using VpcMirrorOperator.Api.TrafficMirrorPolicies;
using VpcMirrorOperator.Core.Tests.Kinds.Policies.Children;
using VpcMirrorOperator.Core.Tests.Kinds.Sessions.Planning;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Engine.Lifecycle;
using VpcMirrorOperator.Engine.Tenancy;
using VpcMirrorOperator.Kinds.Policies;
using VpcMirrorOperator.Kinds.Policies.Planning;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Core.Tests.Kinds.Policies;

public class PolicyRefusalTests
{
    private static readonly Installation Known = Installation.Of("cluster");

    [Fact]
    public void S18_without_a_list_only_the_operators_own_namespace_may_have_policies()
    {
        Assert.Null(Of(TenancyRules.Unrestricted));
        Assert.Null(Of(TenancyRules.WithoutList.In("ids")));
        AssertNotAllowed("spec.session for namespace ids", Of(TenancyRules.WithoutList.In("vpc-mirror")));
        AssertNotAllowed("spec.session for namespace ids", Of(TenancyRules.WithoutList.In(null)));
    }

    [Fact]
    public void S18_with_a_list_region_and_every_target_must_be_in_it()
    {
        Assert.Null(Of(List([Given.Region], ["lb-sensors"])));
        Assert.Null(Of(List(["*"], ["*"])));
        AssertNotAllowed("namespace ids", Of(TenancyRules.Of([])));
        AssertNotAllowed($"region {Given.Region} for namespace ids", Of(List(["cn-beijing"], ["*"])));
        AssertNotAllowed("target lb-sensors for namespace ids", Of(List(["*"], ["lb-other"])));
        AssertNotAllowed("target lb-sensors for namespace ids", Of(List(["*"], null)));
        var two = GivenPolicy.With(spec => spec with { Targets = [spec.Targets[0], new PolicyTarget { Type = "SLB", Id = "lb-evil" }] });
        AssertNotAllowed("target lb-evil for namespace ids", Of(List(["*"], ["lb-sensors"]), two));
    }

    [Fact]
    public void S18_what_is_not_allowed_is_said_before_what_is_wrong() => AssertNotAllowed(
        "namespace ids", Of(TenancyRules.Of([]), GivenPolicy.With(spec => spec with { Sources = [] })));

    [Fact]
    public void A_spec_that_the_rules_refuse_is_not_worked_on()
    {
        var verdict = Of(TenancyRules.Unrestricted, GivenPolicy.With(spec => spec with { Targets = [] }))!;
        Assert.Equal((ConditionStatus.False, Reasons.SpecInvalid, true), (verdict.Ready, verdict.Reason, verdict.NeedsPerson));
    }

    [Fact]
    public void P4_pods_and_nodes_need_a_cluster()
    {
        var pods = GivenPolicy.With(spec => spec with
        {
            Sources = [new SourceEntry { Pods = new PodSource { PodSelector = new LabelSelector() } }],
        });
        Assert.Equal(Reasons.NeedsCluster, PolicyRefusal.Of(pods, TenancyRules.Unrestricted, Known, hasCluster: false)!.Reason);
        Assert.Null(PolicyRefusal.Of(pods, TenancyRules.Unrestricted, Known, hasCluster: true));
        Assert.Null(PolicyRefusal.Of(GivenPolicy.With(), TenancyRules.Unrestricted, Known, hasCluster: false));
    }

    [Fact]
    public void S1_without_an_identity_nothing_is_created()
    {
        var verdict = PolicyRefusal.Of(
            GivenPolicy.With(), TenancyRules.Unrestricted, Installation.Unknown("Give --owner."), hasCluster: true)!;
        Assert.Equal((Reasons.NotAllowed, "No session is created. Give --owner."), (verdict.Reason, verdict.Message));
    }

    private static TenancyRules List(string[] regions, string[]? targets) =>
        TenancyRules.Of([KeyValuePair.Create("ids", new NamespaceRights(regions, ["*"], targets))]);

    private static PolicyVerdict? Of(TenancyRules tenancy, TrafficMirrorPolicy? policy = null) =>
        PolicyRefusal.Of(policy ?? GivenPolicy.With(), tenancy, Known, hasCluster: true);

    private static void AssertNotAllowed(string missing, PolicyVerdict? verdict)
    {
        Assert.NotNull(verdict);
        Assert.Equal((ConditionStatus.False, Reasons.NotAllowed, true), (verdict.Ready, verdict.Reason, verdict.NeedsPerson));
        Assert.StartsWith($"The installation's allow-list does not name {missing}", verdict.Message, StringComparison.Ordinal);
        Assert.Contains("tenancy.namespaces", verdict.Message, StringComparison.Ordinal);
    }
}
