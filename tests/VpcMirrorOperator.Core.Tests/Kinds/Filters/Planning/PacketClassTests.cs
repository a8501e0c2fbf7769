using VpcMirrorOperator.Api.TrafficMirrorFilters;
using VpcMirrorOperator.Kinds.Filters.Planning;

namespace VpcMirrorOperator.Core.Tests.Kinds.Filters.Planning;

/// <summary>
/// The classes of packets stand for all packets: what a list decides for one is found among what it decides for the classes.
/// </summary>
public class PacketClassTests(ITestOutputHelper output)
{
    private const int Other = 47;

    [Fact]
    public void Each_random_packet_is_decided_as_one_of_the_classes_is_and_no_class_is_empty()
    {
        var seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        for (var round = 0; round < 60; round++)
        {
            RuleContent[] contents = [.. Enumerable.Range(0, random.Next(1, 9)).Select(_ => Content(random)).Distinct()];
            var classes = PacketClassBuilder.Build(contents)!;
            var packets = Packets(contents).ToList();
            var matching = packets.Select(packet => Matching(contents, packet)).Distinct().Count();
            Assert.True(matching == classes.Count, $"seed {seed}, round {round}: {matching} kinds of packets, {classes.Count} classes");
        }
    }

    [Fact]
    public void The_first_matching_rule_decides()
    {
        RuleContent[] contents =
        [
            new(RuleAction.Drop, RuleProtocol.Udp, CidrBlock.All, CidrBlock.All, PortSpan.All, new PortSpan(4789, 4789)),
            new(RuleAction.Accept, RuleProtocol.All, CidrBlock.All, CidrBlock.All, PortSpan.All, PortSpan.All),
        ];
        var classes = PacketClassBuilder.Build(contents)!;
        var both = classes.Decide(RuleTable.Of([new(1, 0), new(2, 1)]));
        Assert.Equal((2, 1, 1), (classes.Count, Bits(both.Accepted), Bits(both.Dropped)));
        Assert.Equal(2, Bits(classes.Decide(RuleTable.Of([new(1, 1), new(2, 0)])).Accepted));
        Assert.True(classes.Decide(RuleTable.Of([new(1, 0)])).AcceptNothing);
    }

    [Fact]
    public void Twenty_rules_that_overlap_at_random_are_told_apart_or_given_up_in_time()
    {
        var random = new Random(1);
        RuleContent[] contents = [.. Enumerable.Range(0, 40).Select(i => new RuleContent(
            i % 2 == 0 ? RuleAction.Accept : RuleAction.Drop, RuleProtocol.Tcp, new CidrBlock((uint)i << 24, 8),
            new CidrBlock((uint)i << 24, 8), Ports(random), Ports(random)))];
        Assert.Null(PacketClassBuilder.Build([.. contents, .. contents, .. contents, .. contents]));
        Assert.NotNull(PacketClassBuilder.Build([.. contents.Take(20)]));
    }

    private static int Bits(ulong[] words) => words.Sum(System.Numerics.BitOperations.PopCount);

    private static RuleContent Content(Random random)
    {
        var protocol = (RuleProtocol)random.Next(4);
        var hasPorts = RuleContent.HasPorts(protocol);
        return new RuleContent(
            (RuleAction)random.Next(2), protocol, Block(random), Block(random), hasPorts ? Ports(random) : PortSpan.All,
            hasPorts ? Ports(random) : PortSpan.All);
    }

    private static CidrBlock Block(Random random)
    {
        string[] blocks = ["0.0.0.0/0", "10.0.0.0/8", "10.1.0.0/16", "10.1.2.3/32", "192.168.0.0/16", "128.0.0.0/1", "255.255.255.255/32"];
        Assert.True(CidrBlock.TryParse(blocks[random.Next(blocks.Length)], out var block));
        return block;
    }

    private static PortSpan Ports(Random random)
    {
        if (random.Next(3) == 0) return PortSpan.All;
        var first = random.Next(1, 65536);
        return new PortSpan(first, random.Next(first, 65536));
    }

    /// <summary>A packet for each combination of the places where a rule begins, ends, or has just ended.</summary>
    private static IEnumerable<(uint From, uint To, int Protocol, int FromPort, int ToPort)> Packets(RuleContent[] contents)
    {
        var from = Edges(contents.SelectMany(c => new[] { c.Source.First, c.Source.Last })).ToList();
        var to = Edges(contents.SelectMany(c => new[] { c.Destination.First, c.Destination.Last })).ToList();
        var fromPorts = PortEdges(contents.Select(c => c.SourcePorts));
        var toPorts = PortEdges(contents.Select(c => c.DestinationPorts));
        foreach (var source in from)
            foreach (var destination in to)
            {
                yield return (source, destination, 1, 0, 0);
                yield return (source, destination, Other, 0, 0);
                foreach (var protocol in new[] { 6, 17 })
                    foreach (var fromPort in fromPorts)
                        foreach (var toPort in toPorts) yield return (source, destination, protocol, fromPort, toPort);
            }
    }

    private static IEnumerable<uint> Edges(IEnumerable<uint> ends) => ends
        .SelectMany(end => new[] { end, unchecked(end + 1) }).Append(0u).Distinct();

    private static List<int> PortEdges(IEnumerable<PortSpan> spans) => [.. spans.Where(span => span != PortSpan.All)
        .SelectMany(span => new[] { span.First, span.Last, span.Last + 1 }).Append(0).Where(port => port <= PortSpan.Highest).Distinct()];

    private static UInt128 Matching(RuleContent[] contents, (uint From, uint To, int Protocol, int FromPort, int ToPort) packet)
    {
        var matching = UInt128.Zero;
        foreach (var (i, rule) in contents.Index())
        {
            var protocol = rule.Protocol switch
            {
                RuleProtocol.Icmp => packet.Protocol == 1,
                RuleProtocol.Tcp => packet.Protocol == 6,
                RuleProtocol.Udp => packet.Protocol == 17,
                _ => true,
            };
            if (protocol && Holds(rule.Source, packet.From) && Holds(rule.Destination, packet.To)
                && Holds(rule.SourcePorts, packet.FromPort) && Holds(rule.DestinationPorts, packet.ToPort))
                matching |= UInt128.One << i;
        }

        return matching;
    }

    private static bool Holds(CidrBlock block, uint address) => block.First <= address && address <= block.Last;

    private static bool Holds(PortSpan ports, int port) => ports == PortSpan.All || (ports.First <= port && port <= ports.Last);
}
