using System.Net;
using System.Text.Json.Nodes;
using VpcMirrorOperator.Emulator.Matching;

namespace VpcMirrorOperator.Emulator.Tests.Matching;

/// <summary>The oracle on the emulator's own state, in code and over the control API.</summary>
public class MatchOfEmulatorTests
{
    private const string Seed =
        """
        settings: { modifyDuration: 3s, maxSessionsPerInterface: 9 }
        accounts:
          - name: main
            accessKeyId: k
            accessKeySecret: s
            regions:
              - id: cn-hongkong
                networkInterfaces: [{ id: eni-1, instanceId: i-1 }, { id: eni-2 }]
                filters:
                  - id: tmf-web
                    ingressRules:
                      - { id: tmr-ssh, priority: 1, action: drop, protocol: TCP, destinationPortRange: 22/22 }
                      - { id: tmr-tcp, priority: 2, protocol: TCP }
                  - { id: tmf-all, ingressRules: [{ id: tmr-all, priority: 1 }], egressRules: [{ id: tmr-out, priority: 1 }] }
                  - { id: tmf-empty }
                sessions:
                  - { id: tms-empty, priority: 2, filterId: tmf-empty, sources: [eni-1] }
                  - { id: tms-unknown, priority: 3, filterId: tmf-nowhere, sources: [eni-1] }
                  - { id: tms-off, priority: 4, enabled: false, filterId: tmf-all, sources: [eni-1] }
                  - { id: tms-web, priority: 5, filterId: tmf-web, sources: [eni-1], targetId: eni-t, virtualNetworkId: 9 }
                  - { id: tms-all, priority: 6, filterId: tmf-all, sources: [eni-1] }
        """;

    private readonly EniStage _stage = new(EmulatorSeed.Parse(Seed, "match"));

    [Theory]
    [InlineData(6, 443, "Mirrored tms-web tmr-tcp")]
    [InlineData(6, 22, "Dropped tms-web tmr-ssh")]
    [InlineData(17, 53, "Mirrored tms-all tmr-all")]
    public void Sessions_are_asked_by_priority(int protocol, int port, string expected) =>
        Assert.Equal(expected, Text(Match(protocol, port)));

    [Fact]
    public void A_session_that_is_switched_off_or_locked_lets_the_next_one_have_it()
    {
        _stage.Emulator.SetEnabled("main", EniStage.Region, "tms-web", enabled: false);
        Assert.Equal("Mirrored tms-all tmr-all", Text(Match(6, 22)));
        _stage.Emulator.SetBusinessStatus("main", EniStage.Region, "tms-all", BusinessStatus.FinancialLocked);
        Assert.Equal(MatchVerdict.NoRule, Match(6, 22).Verdict);
    }

    [Fact]
    public void A_foreign_session_counts_once_it_is_created()
    {
        var theirs = new SessionSeed { Id = "tms-foreign", Priority = 1, FilterId = "tmf-all", Sources = ["eni-1"] };
        Assert.Equal("OK", _stage.Emulator.ForeignCreate("main", EniStage.Region, theirs));
        Assert.Equal("tms-web", Match(6, 443).SessionId);
        _stage.Pass(3);
        Assert.Equal("tms-foreign", Match(6, 443).SessionId);
    }

    [Fact]
    public void An_interface_that_carries_nothing_is_mirrored_by_nobody()
    {
        Assert.Equal(MatchVerdict.InterfaceNotInUse, Match(6, 443, "eni-2").Verdict);
        Assert.Equal(MatchVerdict.InterfaceNotInUse, Match(6, 443, "eni-3").Verdict);
    }

    [Fact]
    public void The_control_API_says_the_same()
    {
        const string query = "account=main&direction=ingress&protocol=tcp&source=10.0.0.1&sourcePort=50000&destination=10.0.0.2"
            + "&destinationPort=443";
        var answer = JsonNode.Parse(Get(query).Body.Span)!;
        Assert.Equal(("Mirrored", "tms-web", "tmr-tcp", 9), (answer["verdict"]!.GetValue<string>(), answer["sessionId"]!.GetValue<string>(),
            answer["ruleId"]!.GetValue<string>(), answer["virtualNetworkId"]!.GetValue<int>()));
        Assert.Equal(["tms-empty", "tms-unknown", "tms-web"], answer["tried"]!.AsArray().Select(id => id!.GetValue<string>()));
    }

    [Theory]
    [InlineData("account=nobody&direction=ingress&protocol=icmp&source=1.1.1.1&destination=1.1.1.2", "account")]
    [InlineData("account=main&direction=up&protocol=icmp&source=1.1.1.1&destination=1.1.1.2", "direction")]
    [InlineData("account=main&direction=egress&protocol=300&source=1.1.1.1&destination=1.1.1.2", "protocol")]
    [InlineData("account=main&direction=egress&protocol=tcp&source=1.1.1.1&destination=1.1.1.2", "sourcePort")]
    [InlineData("account=main&direction=egress&protocol=icmp&source=here&destination=1.1.1.2", "source")]
    public void A_bad_question_names_its_field(string query, string field)
    {
        var answer = Get(query);
        Assert.Equal((400, field), (answer.Status, JsonNode.Parse(answer.Body.Span)!["field"]!.GetValue<string>()));
    }

    private EmulatorResponse Get(string query) => new EmulatorControl(_stage.Emulator).Handle(
        new("GET", "/_emulator/match?region=cn-hongkong&interface=eni-1&" + query, [], ReadOnlyMemory<byte>.Empty));

    private PacketMatch Match(int protocol, int port, string networkInterface = "eni-1")
    {
        var (from, to) = (IPAddress.Parse("10.0.0.1"), IPAddress.Parse("10.0.0.2"));
        return _stage.Emulator.Match("main", EniStage.Region, new(networkInterface, IsIngress: true, protocol, from, 50000, to, port));
    }

    private static string Text(PacketMatch match) => $"{match.Verdict} {match.SessionId} {match.RuleId}";
}
