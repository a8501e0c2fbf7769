using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorPolicies;
using VpcMirrorOperator.Kinds.Policies.Ending;
using VpcMirrorOperator.Kinds.Policies.Packing;

namespace VpcMirrorOperator.Core.Tests.Kinds.Policies.World;

/// <summary>The policy's reconciler around the real packing function: gives it what a process knows, and keeps the plan.</summary>
internal static class PolicyController
{
    public static void Pass(PolicyWorld world, SimProcess by, string name)
    {
        var view = by.View(name);
        var policy = view.Planned = view.Policy!;
        if (policy.Deleting.Length > 0) End(world, by, view, policy);
        else if (view.Selection is not null && by.Listing is not null) Pack(world, by, view, policy);
    }

    private static void End(PolicyWorld world, SimProcess by, SimView view, SimPolicy policy)
    {
        var step = PolicyEnding.Next(
            Input(world, by, view, policy), world.NamespaceEnds && !world.Broken.Contains("child_stays"),
            policy.Deleting == "orphan" && !world.Broken.Contains("orphan_fin"));
        view.Plan.AddRange(step.Writes);
        view.Ends = step.IsOver;
    }

    private static void Pack(PolicyWorld world, SimProcess by, SimView view, SimPolicy policy)
    {
        var input = Input(world, by, view, policy);
        var result = Packer.Pack(input);
        view.Plan.AddRange(result.Writes);
        if (result.Leaving is { } leaving) Keep(view.Delay, leaving);
        if (result.Empty is { } empty) Keep(view.Empty, empty);
        world.Excused.TryAdd(policy.Name, []);
        world.Excused[policy.Name].UnionWith(result.Gaps);
    }

    private static void Keep<T>(Dictionary<T, bool> timers, IReadOnlySet<T> now) where T : notnull
    {
        foreach (var key in timers.Keys.Where(key => !now.Contains(key)).ToList()) timers.Remove(key);
        foreach (var key in now) timers.TryAdd(key, false);
    }

    private static PackingInput Input(PolicyWorld world, SimProcess by, SimView view, SimPolicy policy) => new()
    {
        Policy = Declared(policy),
        Term = by.Term,
        Interfaces = (view.Selection ?? []).Where(entry => entry.Value is "sel" or "bad" || (policy.Skips && entry.Value == "other"))
            .ToDictionary(entry => entry.Key, entry => new SelectedInterface(ZoneOf(entry.Key), entry.Value == "other")),
        IsBlind = view.IsBlind,
        Departures = view.Delay.ToDictionary(
            entry => entry.Key,
            entry => new Departure(DateTimeOffset.UnixEpoch, entry.Value ? DepartureStage.Due : DepartureStage.Delayed)),
        EmptyForLong = view.Empty.Where(entry => entry.Value).Select(entry => entry.Key).ToHashSet(),
        Children = [.. by.Children.Select(child => child.State)],
        Listing = by.Listing ?? new RegionListing(ListBasis.Nothing, []),
        Memory = world.Broken.Contains("list_fresh") ? new PackingMemory() : by.Memory,
    };

    private static PackingPolicy Declared(SimPolicy policy) => new()
    {
        Namespace = PolicyWorld.Namespace,
        Name = policy.Name,
        Uid = $"{policy.Uid}",
        Targets = [.. policy.Targets.Select(target => new PackingTarget("SLB", target.Id, target.Size, ZoneOf(target.Id)))],
        Priorities = new PriorityRange(policy.From, policy.To),
        SessionSize = policy.Size,
        Shape = new SessionShape { FilterId = $"{policy.Filter}" },
        DeletionPolicy = policy.Deletes ? DeletionPolicy.Delete : DeletionPolicy.Retain,
        Mode = policy.Mode,
        SkipsShared = policy.Skips,
        IsOpen = policy.Open,
        PrefersSameZone = policy.Zones,
        MaxInterfaces = policy.Most == 99 ? null : policy.Most,
    };

    /// <summary>e0 and t2 are in one zone, e1 and t1 in the other.</summary>
    public static string ZoneOf(string id) => (id[^1] - '0') % 2 == 0 ? "a" : "b";

    /// <summary>Carries out the next write of a plan.</summary>
    public static void Write(PolicyWorld world, SimProcess by, string policy, bool isAnswerLost)
    {
        var view = by.View(policy);
        if (view.Ends)
        {
            view.Drop();
            LetGo(world, view.Planned!);
            return;
        }

        var write = view.Plan[0];
        view.Plan.RemoveAt(0);
        var isDone = ApiWrites.Carry(world, isAnswerLost ? null : by, by, write);
        if (isDone && write is CloseChild closed && !isAnswerLost) view.Plan.Add(new DeleteChild(world.Children[closed.Key.Name].State));
        // Without an answer, the object is read from the API server before the next plan.
        var name = write.Key.Name;
        if (isAnswerLost && !world.Broken.Contains("unknown_write")) by.See(name, world.Children.GetValueOrDefault(name));
        if (!isDone || isAnswerLost) view.Drop();
    }

    private static void LetGo(PolicyWorld world, SimPolicy policy)
    {
        if (!policy.Same(world.Policies.GetValueOrDefault(policy.Name)) || (policy.Deleting == "orphan" && !world.IsOrphaned)) return;
        world.Policies.Remove(policy.Name);
        world.Gone[policy.Name] = policy;
    }
}
