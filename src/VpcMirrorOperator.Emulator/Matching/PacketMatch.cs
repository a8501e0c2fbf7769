namespace VpcMirrorOperator.Emulator.Matching;

/// <summary>What becomes of a packet.</summary>
/// <param name="Verdict">Why.</param>
/// <param name="SessionId">The session that decided; null when none did.</param>
/// <param name="FilterId">Its filter; null when no session decided.</param>
/// <param name="RuleId">The rule that decided; null when none did.</param>
/// <param name="TargetId">Where the copy goes; null unless it is mirrored.</param>
/// <param name="VirtualNetworkId">The VXLAN network identifier of the copy; null unless it is mirrored.</param>
/// <param name="Tried">The sessions that were asked, in order; the one that decided is the last.</param>
public sealed record PacketMatch(
    MatchVerdict Verdict, string? SessionId, string? FilterId, string? RuleId, string? TargetId, int? VirtualNetworkId,
    IReadOnlyList<string> Tried)
{
    /// <summary>Whether a copy is sent.</summary>
    public bool IsMirrored => Verdict == MatchVerdict.Mirrored;

    internal static PacketMatch Nothing(MatchVerdict verdict, params IReadOnlyList<string> tried) =>
        new(verdict, null, null, null, null, null, tried);
}
