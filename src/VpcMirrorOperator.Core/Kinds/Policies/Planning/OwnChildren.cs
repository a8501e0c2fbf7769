using VpcMirrorOperator.Kinds.Policies.Packing;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kinds.Policies.Planning;

/// <summary>The children of one policy, and the sessions that the list shows of them.</summary>
/// <param name="Children">The children.</param>
/// <param name="Sessions">Listed sessions by child; of those whose child is missing, too.</param>
internal sealed record OwnChildren(IReadOnlyList<ChildState> Children, ILookup<ObjectKey, ListedSession> Sessions)
{
    /// <summary>The ids that have a place in a child.</summary>
    public IReadOnlySet<string> Placed { get; } = Children.SelectMany(child => child.Packed is { } packed
        ? child.Sources.Concat(packed) : child.Sources).ToHashSet(StringComparer.Ordinal);

    /// <summary>How many ids are in several children.</summary>
    public int Moving => Children.Sum(child => child.Sources.Count) - Children.SelectMany(child => child.Sources).Distinct().Count();

    /// <summary>Finds them.</summary>
    public static OwnChildren Of(PolicyInput input) => new(
        [.. input.Children.Where(child => child.Owner?.Uid == input.Policy.Metadata.Uid)],
        input.Listing.Sessions.Where(session => session.Child is not null).ToLookup(session => session.Child!.Value));
}
