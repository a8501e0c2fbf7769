using VpcMirrorOperator.Kinds.Policies.Packing;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Core.Tests.Kinds.Policies.World;

/// <summary>One process: caches that lag, memory that dies with it, calls in flight that survive it.</summary>
internal sealed class SimProcess(int id, int term)
{
    private int _clock;

    public int Id { get; } = id;

    public int Term { get; } = term;

    /// <summary>Null: seen to be gone.</summary>
    public Dictionary<string, SimChild?> Cache { get; set; } = [];

    /// <summary>By child: a call on its way, or its answer.</summary>
    public Dictionary<string, SimWork> Work { get; } = [];

    public PackingMemory Memory { get; } = new();

    public RegionListing? Listing { get; set; }

    public RegionListing? Started { get; set; }

    public Dictionary<string, SimView> Views { get; } = [];

    public SimView View(string policy) => Views.TryGetValue(policy, out var view) ? view : Views[policy] = new SimView();

    public IEnumerable<SimChild> Children => Cache.Values.OfType<SimChild>();

    public ListBasis StartList(bool trustsLists) => Memory.StartList(
        DateTimeOffset.UnixEpoch.AddMinutes(++_clock), TimeSpan.FromMinutes(trustsLists ? 0 : 1),
        Children.ToDictionary(child => child.State.Key, child => child.State));

    public void See(string name, SimChild? child)
    {
        Cache[name] = child;
        if (child is null) Memory.Gone(new ObjectKey(PolicyWorld.Namespace, name));
    }
}

/// <summary>A call on its way (no answer yet), or its answer.</summary>
internal sealed record SimWork((string Uid, long Sequence) Token, SimCall Call, SimReply? Reply = null);

/// <summary>What a process knows of one policy.</summary>
internal sealed class SimView
{
    public SimPolicy? Policy { get; set; }

    /// <summary>The policy as it was when the plan was made.</summary>
    public SimPolicy? Planned { get; set; }

    public Dictionary<string, string>? Selection { get; set; }

    public bool IsBlind { get; set; }

    /// <summary>Delays by interface, and whether they are over.</summary>
    public Dictionary<string, bool> Delay { get; } = [];

    public Dictionary<ObjectKey, bool> Empty { get; } = [];

    public List<ChildWrite> Plan { get; } = [];

    /// <summary>Whether the plan is to let the policy go.</summary>
    public bool Ends { get; set; }

    public bool IsPlanned => Plan.Count > 0 || Ends;

    public void Drop()
    {
        Plan.Clear();
        Ends = false;
    }
}
