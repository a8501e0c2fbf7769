using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kinds.Policies.Packing;

/// <summary>
/// A session of the policy during one pass: that of a child, or one that is to be made. It has the ids that are to be in its spec, and
/// those that count in it whether or not (rule P7).
/// </summary>
internal sealed class Slot(ObjectKey key, TargetUse target, int priority, int capacity)
{
    /// <summary>The name of its child.</summary>
    public ObjectKey Key { get; } = key;

    /// <summary>Where its copies go.</summary>
    public TargetUse Target { get; } = target;

    /// <summary>The priority of its session.</summary>
    public int Priority { get; } = priority;

    /// <summary>The most ids.</summary>
    public int Capacity { get; } = capacity;

    /// <summary>Its child; null for one that is to be made.</summary>
    public ChildState? Child { get; init; }

    /// <summary>The child at the moment that the list rests on; null when there was none.</summary>
    public ChildState? Then { get; init; }

    /// <summary>Its session as listed; null when none is.</summary>
    public ListedSession? Listed { get; init; }

    /// <summary>Whether more than one listed session is its child's: then nothing is proven by either.</summary>
    public bool IsAmbiguous { get; init; }

    /// <summary>The ids that are to be in its spec. Changed by <see cref="Places"/> only.</summary>
    public HashSet<string> Spec { get; } = new(StringComparer.Ordinal);

    /// <summary>
    /// The ids that count in it beside: listed, being added, or not proven to have left. Changed by <see cref="Places"/> only.
    /// </summary>
    public HashSet<string> Taken { get; } = new(StringComparer.Ordinal);

    /// <summary>How many ids count in it. Changed by <see cref="Places"/> only.</summary>
    public int Fill { get; set; }

    /// <summary>Whether ids may be put into it, and its target is declared: what is there is where it should be.</summary>
    public bool IsKeeping => Target.Declared is not null && Child is not { IsLasting: false };

    /// <summary>Whether new ids may be put into it, if there is room.</summary>
    public bool IsTaking => IsKeeping && Child is not { CannotTake: true };

    /// <summary>Whether an id was refused in it.</summary>
    public bool Refuses(string id) => Child is not null && Child.Refused.Contains(id);

    /// <summary>
    /// Whether the session surely does not list an id of the spec: it was there before the list, and no call came in between.
    /// </summary>
    public bool SurelyLacks(string id) =>
        Child is { Operation: null } && Then is { Operation: null } && Then.Sequence == Child.Sequence
        && Then.Sources.Contains(id) && (Listed is null || !Listed.Sources.Contains(id));
}
