using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorPolicies;
using VpcMirrorOperator.Core.Tests.Kinds.Policies.World;
using VpcMirrorOperator.Kinds.Policies.Packing;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Core.Tests.Kinds.Policies.Packing;

/// <summary>A policy with its children and sessions, everything as settled as a test does not say otherwise.</summary>
internal sealed class GivenPacking
{
    private int _sessions;

    public PackingPolicy Policy { get; set; } = new()
    {
        Namespace = "ns", Name = "p", Uid = "1", Targets = [new PackingTarget("SLB", "t1", 20), new PackingTarget("SLB", "t2", 20)],
        Priorities = new PriorityRange(1, 32), SessionSize = 10, Shape = new SessionShape { FilterId = "tmf-1" },
        DeletionPolicy = DeletionPolicy.Delete,
    };

    public Dictionary<string, SelectedInterface> Interfaces { get; } = [];

    public Dictionary<string, Departure> Departures { get; } = [];

    public List<ChildState> Children { get; } = [];

    public List<ListedSession> Sessions { get; } = [];

    public HashSet<ObjectKey> EmptyForLong { get; } = [];

    public HashSet<string> NamesSetAside { get; } = [];

    public HashSet<int> PrioritiesSetAside { get; } = [];

    public bool IsBlind { get; set; }

    public PackingInput Input => new()
    {
        Policy = Policy, Term = 1, Interfaces = Interfaces, IsBlind = IsBlind, Departures = Departures, EmptyForLong = EmptyForLong,
        Children = Children, Memory = new PackingMemory(), NamesSetAside = NamesSetAside, PrioritiesSetAside = PrioritiesSetAside,
        Listing = new RegionListing(new ListBasis(1, Children.ToDictionary(child => child.Key)), Sessions),
    };

    public PackingResult Pack() => Packer.Pack(Input);

    public GivenPacking Wants(params string[] ids) => Wants(null, ids);

    public GivenPacking Wants(string? zone, string[] ids)
    {
        foreach (var id in ids) Interfaces[id] = new SelectedInterface(zone);
        return this;
    }

    /// <summary>A child whose session lists just what its spec says.</summary>
    public ObjectKey Has(string target, int number, params string[] ids)
    {
        var key = new ObjectKey("ns", ChildNames.Prefix("p", target) + number);
        Children.Add(Child(key, target, 20 + Children.Count, ids) with { Owner = new ChildOwner("p", "1") });
        Lists(target, 20 + Children.Count - 1, key, ids);
        return key;
    }

    /// <summary>Changes the child that was added last.</summary>
    public GivenPacking But(Func<ChildState, ChildState> change)
    {
        Children[^1] = change(Children[^1]);
        return this;
    }

    /// <summary>A session in the region's list.</summary>
    public GivenPacking Lists(string target, int priority, ObjectKey? child, params string[] ids)
    {
        Sessions.Add(new ListedSession
        {
            Id = $"tms-{++_sessions:0000}", Child = child, TargetId = target, Priority = priority, FilterId = "tmf-1",
            Sources = Ids.Of(ids),
        });
        return this;
    }

    private ChildState Child(ObjectKey key, string target, int priority, string[] ids) => new()
    {
        Key = key, Uid = key.Name, ResourceVersion = "1", TargetId = target, Priority = priority, Shape = Policy.Shape,
        DeletionPolicy = Policy.DeletionPolicy, Sources = Ids.Of(ids), Packed = Ids.Of(ids), Term = 1,
    };
}
