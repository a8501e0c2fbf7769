using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorPolicies;
using VpcMirrorOperator.Kinds.Policies.Guards;
using VpcMirrorOperator.Kinds.Policies.Packing;
using VpcMirrorOperator.Kinds.Policies.Schedules;
using VpcMirrorOperator.Kinds.Policies.Selection;

namespace VpcMirrorOperator.Kinds.Policies.Planning;

/// <summary>
/// One pass of a policy: selected, guarded, packed, judged. Pure; the order of the methods is the order of the questions.
/// </summary>
internal static class PolicyPlanner
{
    /// <summary>Decides.</summary>
    public static PolicyPlan Plan(PolicyInput input)
    {
        var memory = WithSchedule(input);
        var schedule = CaptureSchedule.State(input.Policy.Spec.Schedule, memory.ScheduledEnd, input.Now);
        var declared = DeclaredPacking.Of(input.Policy, input.FilterId, input.Interfaces, schedule);
        var own = OwnChildren.Of(input);
        var selection = schedule == CaptureState.Open ? Select(input) : SelectionResult.Nothing;
        var blindness = schedule == CaptureState.Open ? input.Blindness ?? input.Cluster.Blindness : input.Blindness;
        var (wanted, outOfReach) = WantedInterfaces.Of(input, declared, selection, own);
        var losses = LostInterfaces.Of(input, memory, declared, wanted, selection, own);
        var guard = blindness is null ? RemovalGuard.Decide(GuardOf(input, memory, wanted.Count, losses)) : null;
        var packing = Packer.Pack(PackingOf(input, declared, memory, wanted, guard, isBlind: blindness is not null));
        var coverage = PlacedCoverage.Of(input, own, wanted, packing);
        return new PolicyPlan
        {
            Selection = selection, Wanted = wanted, OutOfReach = outOfReach, Packing = packing, Guard = guard, Coverage = coverage,
            Sessions = own.Children.Count, Moving = own.Moving, Blindness = blindness, Schedule = schedule,
            Memory = After(input, memory, packing, guard, losses, coverage) with
            {
                Causes = LostInterfaces.CausesAfter(memory, selection, own),
            },
        };
    }

    private static PolicyMemory WithSchedule(PolicyInput input) => input.Memory with
    {
        ScheduledEnd = CaptureSchedule.Record(
            input.Policy.Spec.Schedule, input.Memory.ScheduledEnd, input.Now, input.Policy.Spec.Delay()),
    };

    private static SelectionResult Select(PolicyInput input) => PolicySelection.Evaluate(new SelectionInput
    {
        Namespace = input.Policy.Metadata.Namespace,
        Sources = input.Policy.Spec.Sources,
        Exclude = input.Policy.Spec.Exclude,
        SkipsShared = input.Policy.Spec.SkipsShared(),
        Interfaces = input.Interfaces.Records,
        Pods = input.Cluster.Pods,
        Nodes = input.Cluster.Nodes,
        Namespaces = input.Cluster.Namespaces,
    });

    private static GuardInput GuardOf(PolicyInput input, PolicyMemory memory, int selected, IReadOnlyCollection<Loss> losses) => new()
    {
        Now = input.Now,
        MaxRemovals = input.Policy.Spec.Safety?.MaxRemovals ?? PolicyDefaults.MaxRemovals,
        AllowsEmpty = input.Policy.Spec.Safety?.AllowEmpty ?? false,
        Selected = selected,
        Losses = losses,
        State = memory.Guard,
        ApprovedPlan = input.Policy.Metadata.Annotations.GetValueOrDefault(Annotations.ApprovedPlan),
    };

    private static PackingInput PackingOf(
        PolicyInput input, PackingPolicy declared, PolicyMemory memory, IReadOnlyDictionary<string, SelectedInterface> wanted,
        GuardDecision? guard, bool isBlind) => new()
    {
        Policy = declared,
        Term = input.Term,
        Interfaces = wanted,
        IsBlind = isBlind,
        Departures = memory.Leaving.ToDictionary(one => one.Key, one => new Departure(one.Value, StageOf(one.Key, guard))),
        EmptyForLong = memory.Empty.Where(one => input.Now - one.Value >= input.Policy.Spec.Delay()).Select(one => one.Key).ToHashSet(),
        Children = input.Children,
        Listing = input.Listing,
        Memory = input.Written,
        NamesSetAside = input.NamesSetAside,
        PrioritiesSetAside = input.PrioritiesSetAside,
    };

    private static DepartureStage StageOf(string id, GuardDecision? guard) =>
        guard?.Goes.Contains(id) == true ? DepartureStage.Due
        : guard?.MayGiveUp.Contains(id) == true ? DepartureStage.Delayed
        : DepartureStage.Held;

    private static PolicyMemory After(
        PolicyInput input, PolicyMemory memory, PackingResult packing, GuardDecision? guard, IReadOnlyCollection<Loss> losses,
        IReadOnlyDictionary<string, string> coverage)
    {
        var state = guard?.State ?? memory.Guard;
        // What gave its place up before its time counts as a removal (rule P14).
        var given = losses.Count(loss => loss.Counts && packing.GivenUp.Contains(loss.Id));
        return memory with
        {
            Leaving = packing.Leaving is { } leaving ? PolicyMemory.Keep(memory.Leaving, leaving, input.Now) : memory.Leaving,
            Empty = packing.Empty is { } empty ? PolicyMemory.Keep(memory.Empty, empty, input.Now) : memory.Empty,
            Pending = PolicyMemory.Keep(
                memory.Pending, coverage.Where(one => one.Value == CoverageReasons.Pending).Select(one => one.Key), input.Now),
            Guard = state with { Removals = GuardHistory.With(state.Removals, input.Now, given) },
        };
    }
}
