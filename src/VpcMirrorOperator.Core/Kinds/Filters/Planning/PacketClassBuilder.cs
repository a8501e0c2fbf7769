using VpcMirrorOperator.Api.TrafficMirrorFilters;

namespace VpcMirrorOperator.Kinds.Filters.Planning;

/// <summary>
/// Finds the classes of packets that some contents tell apart: addresses, protocols and ports are cut where a rule begins or ends, and of
/// each combination only the set of matching contents counts. So it is exact, and there are few classes unless rules overlap at random.
/// </summary>
internal static class PacketClassBuilder
{
    /// <summary>Contents that can be told apart: as many as a 128-bit number has bits.</summary>
    public const int MaxContents = 128;

    /// <summary>Beyond, the exact question takes too long; far beyond what twenty rules that a person wrote come to.</summary>
    private const int MaxClasses = 40_000;

    private const long MaxWork = 4_000_000;

    /// <summary>The classes; null when there are too many to look at.</summary>
    /// <param name="contents">Different contents.</param>
    public static PacketClasses? Build(IReadOnlyList<RuleContent> contents)
    {
        if (contents.Count > MaxContents) return null;
        var sources = Cut(contents, content => (content.Source.First, content.Source.Last), uint.MaxValue);
        var destinations = Cut(contents, content => (content.Destination.First, content.Destination.Last), uint.MaxValue);
        if (Combine(sources, destinations) is not { } addresses || Traffic(contents) is not { } traffic) return null;
        return Combine(addresses, traffic) is { } classes
            ? new PacketClasses([.. contents.Select(content => content.Action == RuleAction.Accept)], classes)
            : null;
    }

    /// <summary>Protocols and, where they have them, ports. One stands for all protocols that no rule can name.</summary>
    private static HashSet<UInt128>? Traffic(IReadOnlyList<RuleContent> contents)
    {
        var all = new HashSet<UInt128> { Matching(contents, RuleProtocol.All), Matching(contents, RuleProtocol.Icmp) };
        var from = Cut(contents, content => Ports(content.SourcePorts), PortSpan.Highest);
        var to = Cut(contents, content => Ports(content.DestinationPorts), PortSpan.Highest);
        if (Combine(from, to) is not { } ports) return null;
        foreach (var protocol in new[] { RuleProtocol.Tcp, RuleProtocol.Udp })
        {
            var matching = Matching(contents, protocol);
            foreach (var one in ports) all.Add(one & matching);
        }

        return all;
    }

    private static UInt128 Matching(IReadOnlyList<RuleContent> contents, RuleProtocol protocol)
    {
        var matching = UInt128.Zero;
        for (var i = 0; i < contents.Count; i++)
            if (contents[i].Protocol == RuleProtocol.All || contents[i].Protocol == protocol) matching |= UInt128.One << i;
        return matching;
    }

    private static (uint First, uint Last) Ports(PortSpan ports) =>
        ports == PortSpan.All ? (0, PortSpan.Highest) : ((uint)ports.First, (uint)ports.Last);

    /// <summary>Cuts a line where a content begins or ends; of each piece, the contents that hold it.</summary>
    private static HashSet<UInt128> Cut(IReadOnlyList<RuleContent> contents, Func<RuleContent, (uint First, uint Last)> range, uint end)
    {
        var ranges = contents.Select(range).ToArray();
        var starts = new SortedSet<uint> { 0 };
        foreach (var (first, last) in ranges)
        {
            starts.Add(first);
            if (last < end) starts.Add(last + 1);
        }

        var pieces = new HashSet<UInt128>();
        foreach (var start in starts)
        {
            var holding = UInt128.Zero;
            for (var i = 0; i < ranges.Length; i++)
                if (ranges[i].First <= start && start <= ranges[i].Last) holding |= UInt128.One << i;
            pieces.Add(holding);
        }

        return pieces;
    }

    private static HashSet<UInt128>? Combine(HashSet<UInt128> some, HashSet<UInt128> others)
    {
        if ((long)some.Count * others.Count > MaxWork) return null;
        var both = new HashSet<UInt128>();
        foreach (var one in some)
        {
            foreach (var other in others) both.Add(one & other);
            if (both.Count > MaxClasses) return null;
        }

        return both;
    }
}
