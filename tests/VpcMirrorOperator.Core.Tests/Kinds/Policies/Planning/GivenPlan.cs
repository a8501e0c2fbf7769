using VpcMirrorOperator.Api.TrafficMirrorPolicies;
using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Core.Tests.Kinds.Policies.Children;
using VpcMirrorOperator.Core.Tests.Kinds.Policies.Regions;
using VpcMirrorOperator.Core.Tests.Kinds.Sessions.Planning;
using VpcMirrorOperator.Kinds.Policies.Guards;
using VpcMirrorOperator.Kinds.Policies.Packing;
using VpcMirrorOperator.Kinds.Policies.Planning;
using VpcMirrorOperator.Kinds.Policies.Regions;
using VpcMirrorOperator.Kinds.Policies.Schedules;
using VpcMirrorOperator.Kinds.Policies.Selection;

namespace VpcMirrorOperator.Core.Tests.Kinds.Policies.Planning;

/// <summary>Plans and inputs in which nothing is said but what a test says.</summary>
internal static class GivenPlan
{
    public static readonly DateTimeOffset Now = Given.Now;

    /// <summary>A plan with this coverage, by interface.</summary>
    public static PolicyPlan Of(params (string Id, string Reason)[] coverage) => new()
    {
        Selection = SelectionResult.Nothing, Wanted = new Dictionary<string, SelectedInterface>(),
        OutOfReach = new Dictionary<string, string>(), Packing = new PackingResult(),
        Guard = new GuardDecision(
            new HashSet<string>(), new HashSet<string>(), new HashSet<string>(), GuardReason.None, GuardState.Empty),
        Coverage = coverage.ToDictionary(one => one.Id, one => one.Reason), Sessions = 1, Blindness = null, Schedule = CaptureState.Open,
        Memory = new PolicyMemory(),
    };

    public static PolicyPlan Beyond(this PolicyPlan plan, params (string Id, string Reason)[] outOfReach) =>
        plan with { OutOfReach = outOfReach.ToDictionary(one => one.Id, one => one.Reason) };

    public static PolicyInput Input(TrafficMirrorPolicy policy, InterfaceView interfaces, params ListedSession[] sessions) => new()
    {
        Policy = policy, Now = Now, Term = 1, Memory = new PolicyMemory(), FilterId = "tmf-all", Interfaces = interfaces, Children = [],
        Listing = new RegionListing(ListBasis.Nothing, sessions), Written = new PackingMemory(),
    };

    public static InterfaceView Twice(params NetworkInterface[] interfaces) =>
        InterfaceViewTests.After(InterfaceViewTests.After(null, interfaces), interfaces);

    public static PackingPolicy Declared(InterfaceView? interfaces, params PolicyTarget[] targets) => DeclaredPacking.Of(
        GivenPolicy.With(spec => spec with { Targets = targets }), "tmf-all", interfaces, CaptureState.Open);
}
