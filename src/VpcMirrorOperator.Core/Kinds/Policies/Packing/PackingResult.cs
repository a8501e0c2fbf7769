using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kinds.Policies.Packing;

/// <summary>What one pass decided.</summary>
internal sealed record PackingResult
{
    /// <summary>
    /// The writes, in an order that is safe to break off anywhere: what brings ids comes before what takes them away. One that fails or
    /// has no answer ends the pass; the next one decides afresh on what the API server says then (rule P10).
    /// </summary>
    public IReadOnlyList<ChildWrite> Writes { get; init; } = [];

    /// <summary>Under Observe: the writes that there would be.</summary>
    public IReadOnlyList<ChildWrite> Planned { get; init; } = [];

    /// <summary>Why nothing was decided; null when something was.</summary>
    public PackingWait? Waits { get; init; }

    /// <summary>Of each interface without the place that it should have, why; in order of the ids.</summary>
    public IReadOnlyDictionary<string, PlaceReason> Reasons { get; init; } = new Dictionary<string, PlaceReason>();

    /// <summary>
    /// What is no longer selected and has a place: their delays run from now on at the latest, and those of all others are forgotten. Null:
    /// leave the delays as they are.
    /// </summary>
    public IReadOnlySet<string>? Leaving { get; init; }

    /// <summary>Children that are empty; as with <see cref="Leaving"/>.</summary>
    public IReadOnlySet<ObjectKey>? Empty { get; init; }

    /// <summary>What gave its place up before its delay was over: counts for the guard (rule P14).</summary>
    public IReadOnlySet<string> GivenUp { get; init; } = new HashSet<string>();

    /// <summary>Interfaces that are in no session for a moment, because they cannot move otherwise (rule P9).</summary>
    public IReadOnlySet<string> Gaps { get; init; } = new HashSet<string>();

    /// <summary>Under PreferSameZone: interfaces on a target of another zone.</summary>
    public int CrossZone { get; init; }
}
