using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using VpcMirrorOperator.Emulator.Matching;

namespace VpcMirrorOperator.Emulator.Tests.Matching;

/// <summary>
/// The oracle against a second opinion that works the other way round: it compares every rule of every session with every other one, on
/// addresses as numbers, and looks for the one that nothing precedes. Both must agree on random worlds.
/// </summary>
public class SecondOpinionTests
{
    private static readonly int Seed = int.Parse(Environment.GetEnvironmentVariable("MATCH_SEED") ?? "1", CultureInfo.InvariantCulture);

    [Fact]
    public void Both_agree_on_random_sessions_rules_and_packets()
    {
        var verdicts = new HashSet<MatchVerdict>();
        for (var run = 0; run < 300; run++)
        {
            var random = new Random(Seed + run);
            var sessions = Enumerable.Range(0, random.Next(1, 5)).Select(n => RandomSession(random, n)).ToList();
            for (var i = 0; i < 40; i++)
            {
                var packet = RandomPacket(random);
                var found = PacketMatcher.Match(sessions, packet);
                var (session, rule) = Opinion(sessions, packet);
                Assert.True(
                    found.SessionId == session?.Id && found.RuleId == rule?.Id && found.IsMirrored == (rule?.Accepts ?? false),
                    $"MATCH_SEED={Seed + run}: {packet} is {found}, the second opinion is {session?.Id} {rule?.Id}");
                verdicts.Add(found.Verdict);
            }
        }

        Assert.Equal(4, verdicts.Count); // Mirrored, Dropped, NoRule, NoSession: each was there
    }

    private static (MatchSession? Session, MatchRule? Rule) Opinion(List<MatchSession> sessions, MatchPacket packet)
    {
        var about = (
            from session in sessions
            from rule in packet.IsIngress ? session.Ingress : session.Egress
            where session.Mirrors && session.Sources.Contains(packet.NetworkInterface) && IsAbout(rule, packet)
            select (session, rule)).ToList();
        foreach (var one in about)
            if (!about.Exists(other => Precedes(other, one))) return one;
        return (null, null);
    }

    private static bool Precedes((MatchSession Session, MatchRule Rule) a, (MatchSession Session, MatchRule Rule) b) =>
        a.Session.Priority != b.Session.Priority ? a.Session.Priority < b.Session.Priority : a.Rule.Priority < b.Rule.Priority;

    private static bool IsAbout(MatchRule rule, MatchPacket packet)
    {
        if (rule.Protocol is { } protocol && protocol != packet.Protocol) return false;
        if (!IsIn(rule.Source, packet.Source) || !IsIn(rule.Destination, packet.Destination)) return false;
        if (rule.Protocol is not (6 or 17)) return true;
        return rule.SourcePorts is { } s && (packet.SourcePort < s.First || packet.SourcePort > s.Last) ? false
            : !(rule.DestinationPorts is { } d && (packet.DestinationPort < d.First || packet.DestinationPort > d.Last));
    }

    private static bool IsIn(IPNetwork block, IPAddress address)
    {
        var size = 1L << (32 - block.PrefixLength);
        return Number(address) >= Number(block.BaseAddress) && Number(address) < Number(block.BaseAddress) + size;
    }

    private static long Number(IPAddress address) => address.GetAddressBytes().Aggregate(0L, (number, part) => (number * 256) + part);

    /// <summary>Priorities differ as in the service: sessions by their number, rules by their place in a shuffled list.</summary>
    private static MatchSession RandomSession(Random random, int number) => new(
        $"tms-{number}", 100 - (number * 7), random.Next(5) > 0,
        [.. Enumerable.Range(0, 3).Where(_ => random.Next(3) > 0).Select(n => $"eni-{n}")],
        "tmf-1", RandomRules(random, $"{number}i"), RandomRules(random, $"{number}e"), "eni-target", 1);

    private static ImmutableArray<MatchRule> RandomRules(Random random, string name)
    {
        var priorities = Enumerable.Range(1, 10).ToArray();
        random.Shuffle(priorities);
        return [.. Enumerable.Range(0, random.Next(0, 5)).Select(n => new MatchRule(
            $"tmr-{name}{n}", priorities[n], random.Next(3) > 0, random.Next(4) switch { 0 => null, 1 => 1, 2 => 6, _ => 17 },
            RandomBlock(random), RandomBlock(random), RandomPorts(random), RandomPorts(random)))];
    }

    private static IPNetwork RandomBlock(Random random)
    {
        var length = random.Next(5) switch { 0 => 0, 1 => 29, 2 => 30, 3 => 31, _ => 32 };
        var host = length == 0 ? 0 : random.Next(8) & ~((1 << (32 - length)) - 1);
        return new(length == 0 ? IPAddress.Any : new IPAddress([10, 0, 0, (byte)host]), length);
    }

    private static (int First, int Last)? RandomPorts(Random random)
    {
        if (random.Next(2) == 0) return null;
        var first = random.Next(1, 5);
        return (first, random.Next(first, 6));
    }

    private static MatchPacket RandomPacket(Random random) => new(
        $"eni-{random.Next(3)}", random.Next(2) == 0, random.Next(4) switch { 0 => 1, 1 => 6, 2 => 17, _ => 47 },
        new IPAddress([10, 0, 0, (byte)random.Next(8)]), random.Next(0, 7),
        new IPAddress([10, 0, 0, (byte)random.Next(8)]), random.Next(0, 7));
}
