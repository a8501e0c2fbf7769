using System.Collections.Immutable;

namespace VpcMirrorOperator.Emulator.Matching;

/// <summary>A session with the rules of its filter, as far as they decide about packets.</summary>
/// <param name="Id">The session's id.</param>
/// <param name="Priority">Smaller comes first; unique in the service, and by id where a seed repeats one.</param>
/// <param name="Mirrors">Whether the session mirrors at all: created, enabled, and its account in good standing.</param>
/// <param name="Sources">Its sources.</param>
/// <param name="FilterId">Its filter.</param>
/// <param name="Ingress">The filter's rules for packets that a source receives; empty for an unknown filter.</param>
/// <param name="Egress">The filter's rules for packets that a source sends.</param>
/// <param name="TargetId">Where the packets go.</param>
/// <param name="VirtualNetworkId">The VXLAN network identifier they carry.</param>
public sealed record MatchSession(
    string Id, int Priority, bool Mirrors, ImmutableSortedSet<string> Sources, string FilterId,
    IReadOnlyList<MatchRule> Ingress, IReadOnlyList<MatchRule> Egress, string TargetId, int VirtualNetworkId);
