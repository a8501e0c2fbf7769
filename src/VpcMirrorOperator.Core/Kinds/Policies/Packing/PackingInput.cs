using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kinds.Policies.Packing;

/// <summary>
/// All that <see cref="Packer"/> looks at (rule P6). Nothing of it is changed; equal inputs give equal answers, in whatever order their
/// parts come.
/// </summary>
internal sealed record PackingInput
{
    /// <summary>What is declared.</summary>
    public required PackingPolicy Policy { get; init; }

    /// <summary>The term of this process: how often the lease has changed hands (rule P10).</summary>
    public required long Term { get; init; }

    /// <summary>What is selected, by id.</summary>
    public required IReadOnlyDictionary<string, SelectedInterface> Interfaces { get; init; }

    /// <summary>
    /// True: the selection cannot be known now. Whatever seems to be missing from it stays (rule P5).
    /// </summary>
    public bool IsBlind { get; init; }

    /// <summary>Of interfaces that are no longer selected, how far their leaving is, by id.</summary>
    public required IReadOnlyDictionary<string, Departure> Departures { get; init; }

    /// <summary>Children that have been empty for the removal delay.</summary>
    public required IReadOnlySet<ObjectKey> EmptyForLong { get; init; }

    /// <summary>
    /// The children of all policies of the account and region: as this process last wrote them, or as it read them since. Never an older
    /// cache (rule P10).
    /// </summary>
    public required IReadOnlyCollection<ChildState> Children { get; init; }

    /// <summary>What the region lists.</summary>
    public required RegionListing Listing { get; init; }

    /// <summary>What this process remembers of its latest writes in this region.</summary>
    public required PackingMemory Memory { get; init; }

    /// <summary>Names that somebody else's object has (rule P7).</summary>
    public IReadOnlySet<string> NamesSetAside { get; init; } = new HashSet<string>();

    /// <summary>Priorities that were refused within the last hour (rule P7).</summary>
    public IReadOnlySet<int> PrioritiesSetAside { get; init; } = new HashSet<int>();
}
