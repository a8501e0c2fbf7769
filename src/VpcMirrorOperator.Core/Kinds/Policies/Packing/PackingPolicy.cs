using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorPolicies;

namespace VpcMirrorOperator.Kinds.Policies.Packing;

/// <summary>What a policy declares of its packing, defaults filled in.</summary>
internal sealed record PackingPolicy
{
    /// <summary>Its namespace: that of its children.</summary>
    public required string Namespace { get; init; }

    /// <summary>Its name: their names begin with it.</summary>
    public required string Name { get; init; }

    /// <summary>Its uid: a policy of the same name made later is another one.</summary>
    public required string Uid { get; init; }

    /// <summary>Where copies may go.</summary>
    public required IReadOnlyList<PackingTarget> Targets { get; init; }

    /// <summary>The priorities of its sessions.</summary>
    public required PriorityRange Priorities { get; init; }

    /// <summary>The most sources of one session.</summary>
    public required int SessionSize { get; init; }

    /// <summary>
    /// What its sessions have in common. Without a filter, because it is missing or not ready, no session is opened and those that are
    /// there keep theirs.
    /// </summary>
    public required SessionShape Shape { get; init; }

    /// <summary>What happens to a session when its child is deleted.</summary>
    public DeletionPolicy DeletionPolicy { get; init; }

    /// <summary>What may be done.</summary>
    public PolicyMode Mode { get; init; }

    /// <summary>Whether an interface that also carries an unselected pod leaves at once (rule P15).</summary>
    public bool SkipsShared { get; init; }

    /// <summary>False: outside the window of its schedule it wants nothing (rule P23).</summary>
    public bool IsOpen { get; init; } = true;

    /// <summary>Whether an interface goes to a target of its own zone while that has a place.</summary>
    public bool PrefersSameZone { get; init; }

    /// <summary>The most interfaces; null: no bound.</summary>
    public int? MaxInterfaces { get; init; }

    /// <summary>Annotations that its children get (rule P16); what it does not have is left to the children.</summary>
    public IReadOnlyDictionary<string, string> HandedDown { get; init; } = new Dictionary<string, string>();
}
