using Microsoft.Extensions.Time.Testing;
using VpcMirrorOperator.Emulator.Filters;

namespace VpcMirrorOperator.Emulator.Tests.State;

/// <summary>Filters and rules that a seed says are on their way reach their end by the clock alone.</summary>
public class FilterStateTests
{
    private const string Seed =
        """
        accounts:
          - name: main
            accessKeyId: k
            accessKeySecret: s
            regions:
              - id: cn-hongkong
                filters:
                  - { id: tmf-a, createdIn: 2s, egressRules: [{ id: tmr-a, priority: 1 }] }
                  - id: tmf-b
                    pending: { update: { name: new }, modifyingIn: 1s, endsIn: 3s }
                    ingressRules:
                      - { id: tmr-b, priority: 1, pending: { update: { action: drop, priority: 7 }, endsIn: 3s } }
                      - { id: tmr-c, priority: 2, pending: { delete: true, endsIn: 4s } }
                  - { id: tmf-c, pending: { delete: true, endsIn: 3s } }
        """;

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 22, 21, 0, 0, TimeSpan.Zero));
    private readonly VpcEmulator _emulator;

    public FilterStateTests() => _emulator = new(EmulatorSeed.Parse(Seed, "seed"), _time);

    [Fact]
    public void An_export_in_the_middle_goes_on_where_it_was()
    {
        _time.Advance(TimeSpan.FromSeconds(1));
        var again = new VpcEmulator(EmulatorSeed.Parse(_emulator.Export(settle: false).ToYaml(), "again"), _time);
        _time.Advance(TimeSpan.FromSeconds(1.5));
        Assert.Equal(_emulator.Export(settle: false).ToYaml(), again.Export(settle: false).ToYaml());
        Assert.Null(Filters(again)[0].CreatedIn);
        Assert.Equal(TimeSpan.FromSeconds(0.5), Filters(again)[1].Pending!.EndsIn);
    }

    [Fact]
    public void Changes_take_effect_at_their_end()
    {
        Assert.Equal((TimeSpan.FromSeconds(2), "", RuleAction.Accept), Look());
        _time.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal((null, "new", RuleAction.Drop), Look());
        Assert.Equal(["tmf-a", "tmf-b"], Filters(_emulator).Select(filter => filter.Id));
        Assert.Equal(2, Filters(_emulator)[1].Rules.Count);
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(7, Assert.Single(Filters(_emulator)[1].Rules).Priority);
    }

    [Fact]
    public void A_settled_export_has_all_changes_behind_it()
    {
        var settled = _emulator.Export(settle: true);
        _time.Advance(TimeSpan.FromSeconds(4));
        Assert.Equal(_emulator.Export(settle: false).ToYaml(), settled.ToYaml());
    }

    [Theory]
    [InlineData("80/443", 80, true)]
    [InlineData("80/443", 443, true)]
    [InlineData("80/443", 444, false)]
    [InlineData("-1/-1", 0, true)]
    public void A_range_of_ports_includes_both_ends(string range, int port, bool inside) =>
        Assert.Equal(inside, PortRange.Parse(range)!.Value.Contains(port));

    [Theory]
    [InlineData("0/1")]
    [InlineData("1/65536")]
    [InlineData("2/1")]
    [InlineData("-1/5")]
    [InlineData("80")]
    [InlineData("80/")]
    [InlineData("/80")]
    [InlineData("80/80/80")]
    public void What_is_no_range_of_ports_is_refused(string text) => Assert.Null(PortRange.Parse(text));

    private (TimeSpan? CreatedIn, string Name, RuleAction Action) Look()
    {
        var filters = Filters(_emulator);
        return (filters[0].CreatedIn, filters[1].Name, filters[1].Rules[0].Action);
    }

    private static IReadOnlyList<FilterSeed> Filters(VpcEmulator emulator) =>
        emulator.Export(settle: false).Accounts[0].Regions[0].Filters;
}
