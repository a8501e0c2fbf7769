using VpcMirrorOperator.Kinds.Policies.Packing;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kinds.Policies.Regions;

/// <summary>
/// Sizes that sessions were found to have (rule P13): for that session alone, for an hour, or until the list shows that it holds more.
/// </summary>
internal sealed class LearnedSizes
{
    private static readonly TimeSpan HoldsFor = TimeSpan.FromHours(1);

    /// <summary>
    /// For how long it is tried again then, longer than the child itself remembers a refusal: what is still full after that
    /// was refused anew.
    /// </summary>
    private static readonly TimeSpan TriedFor = TimeSpan.FromMinutes(15);

    private readonly Dictionary<ObjectKey, (int Size, DateTimeOffset Until)> _of = [];

    /// <summary>Notes that a session took no more.</summary>
    public void Learn(ObjectKey child, int size, DateTimeOffset now)
    {
        if (!_of.TryGetValue(child, out var known) || known.Size != size || now >= known.Until + TriedFor)
            _of[child] = (size, now + HoldsFor);
    }

    /// <summary>The size of a child's session; null when only the quota is known.</summary>
    public int? Of(ObjectKey child, DateTimeOffset now) =>
        _of.TryGetValue(child, out var known) && now < known.Until ? known.Size : null;

    /// <summary>A list has come.</summary>
    public void Listed(RegionListing listing)
    {
        foreach (var session in listing.Sessions)
            if (session.Child is { } child && _of.TryGetValue(child, out var known) && session.Sources.Count > known.Size) _of.Remove(
                child);
    }
}
