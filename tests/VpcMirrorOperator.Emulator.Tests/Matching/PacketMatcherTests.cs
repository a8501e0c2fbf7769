using System.Net;
using VpcMirrorOperator.Emulator.Matching;

namespace VpcMirrorOperator.Emulator.Tests.Matching;

public class PacketMatcherTests
{
    [Fact]
    public void The_session_with_the_smaller_priority_wins_and_mirrors_once()
    {
        var match = Match([Session("tms-b", 2, ingress: [Rule("all")]), Session("tms-a", 1, ingress: [Rule("all")])]);
        Assert.Equal((MatchVerdict.Mirrored, "tms-a", "all"), (match.Verdict, match.SessionId, match.RuleId));
        Assert.Equal(("eni-target", 7), (match.TargetId, match.VirtualNetworkId!.Value));
    }

    [Fact]
    public void A_session_without_a_matching_rule_passes_the_packet_on()
    {
        var match = Match([Session("tms-a", 1, ingress: [Rule("udp", protocol: 17)]), Session("tms-b", 2, ingress: [Rule("all")])]);
        Assert.Equal(("tms-b", "tms-a tms-b"), (match.SessionId, string.Join(' ', match.Tried)));
    }

    [Fact]
    public void A_drop_ends_the_search_over_all_sessions()
    {
        var match = Match([Session("tms-a", 1, ingress: [Rule("no", accepts: false)]), Session("tms-b", 2, ingress: [Rule("all")])]);
        Assert.Equal((MatchVerdict.Dropped, "tms-a", "no"), (match.Verdict, match.SessionId, match.RuleId));
        Assert.False(match.IsMirrored);
        Assert.Null(match.TargetId);
    }

    [Fact]
    public void Within_a_session_the_rule_with_the_smaller_priority_decides()
    {
        var session = Session("tms-a", 1, ingress: [Rule("late", priority: 2, accepts: false), Rule("early", priority: 1)]);
        Assert.Equal("early", Match([session]).RuleId);
    }

    [Fact]
    public void Sessions_that_do_not_mirror_or_hold_other_sources_do_not_count()
    {
        var idle = Session("tms-a", 1, ingress: [Rule("all")]) with { Mirrors = false };
        var other = Session("tms-b", 2, ingress: [Rule("all")]) with { Sources = ["eni-other"] };
        Assert.Equal((MatchVerdict.NoSession, 0), (Match([idle, other]).Verdict, Match([idle, other]).Tried.Count));
    }

    [Fact]
    public void A_filter_without_rules_in_the_direction_mirrors_nothing()
    {
        Assert.Equal(MatchVerdict.NoRule, Match([Session("tms-a", 1)]).Verdict);
        Assert.Equal(MatchVerdict.NoRule, Match([Session("tms-a", 1) with { Egress = [Rule("all")] }]).Verdict);
        var sent = PacketMatcher.Match([Session("tms-a", 1) with { Egress = [Rule("all")] }], Packet() with { IsIngress = false });
        Assert.True(sent.IsMirrored);
    }

    [Theory]
    [InlineData("10.0.0.0/8", "192.168.0.0/16", true)]
    [InlineData("10.0.0.1/32", "192.168.0.2/32", true)]
    [InlineData("10.0.0.2/32", "0.0.0.0/0", false)]
    [InlineData("0.0.0.0/0", "10.0.0.0/8", false)]
    public void A_rule_looks_at_both_addresses(string source, string destination, bool matches)
    {
        var rule = Rule("r") with { Source = IPNetwork.Parse(source), Destination = IPNetwork.Parse(destination) };
        Assert.Equal(matches, Match([Session("tms-a", 1, ingress: [rule])]).IsMirrored);
    }

    [Theory]
    [InlineData(443, 443, true)]
    [InlineData(1, 442, false)]
    [InlineData(444, 65535, false)]
    public void A_rule_about_TCP_looks_at_ports(int first, int last, bool matches)
    {
        var rule = Rule("r", protocol: MatchPacket.Tcp) with { DestinationPorts = (first, last) };
        Assert.Equal(matches, Match([Session("tms-a", 1, ingress: [rule])]).IsMirrored);
        Assert.True(Match([Session("tms-a", 1, ingress: [rule with { Protocol = null }])]).IsMirrored);
    }

    [Fact]
    public void What_the_service_never_mirrors_is_named()
    {
        MatchSession[] all = [Session("tms-a", 1, ingress: [Rule("all")])];
        var six = Packet() with { Source = IPAddress.Parse("fd00::1"), Destination = IPAddress.Parse("fd00::2") };
        Assert.Equal(MatchVerdict.NotIPv4, PacketMatcher.Match(all, six).Verdict);
        var dhcp = Packet() with { Protocol = MatchPacket.Udp, SourcePort = 68, DestinationPort = 67 };
        Assert.Equal(MatchVerdict.Dhcp, PacketMatcher.Match(all, dhcp).Verdict);
        Assert.True(PacketMatcher.Match(all, dhcp with { Protocol = MatchPacket.Tcp }).IsMirrored);
    }

    private static PacketMatch Match(MatchSession[] sessions) => PacketMatcher.Match(sessions, Packet());

    private static MatchPacket Packet() =>
        new("eni-1", IsIngress: true, MatchPacket.Tcp, IPAddress.Parse("10.0.0.1"), 50000, IPAddress.Parse("192.168.0.2"), 443);

    private static MatchSession Session(string id, int priority, MatchRule[]? ingress = null) =>
        new(id, priority, true, ["eni-1"], "tmf-1", ingress ?? [], [], "eni-target", 7);

    private static MatchRule Rule(string id, int priority = 1, bool accepts = true, int? protocol = null) =>
        new(id, priority, accepts, protocol, new(IPAddress.Any, 0), new(IPAddress.Any, 0), null, null);
}
