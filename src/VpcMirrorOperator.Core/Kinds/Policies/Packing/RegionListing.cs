namespace VpcMirrorOperator.Kinds.Policies.Packing;

/// <summary>One list of all sessions of a region, and what it can prove.</summary>
/// <param name="Basis">What was surely so before the moment that the list shows.</param>
/// <param name="Sessions">All sessions, those of others too.</param>
internal sealed record RegionListing(ListBasis Basis, IReadOnlyCollection<ListedSession> Sessions);
