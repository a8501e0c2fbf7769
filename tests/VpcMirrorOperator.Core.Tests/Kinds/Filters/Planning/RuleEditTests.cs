using System.Collections.Frozen;
using VpcMirrorOperator.Kinds.Filters.Planning;

namespace VpcMirrorOperator.Core.Tests.Kinds.Filters.Planning;

/// <summary>Rule S14: edits in place, over every pair of small lists and over random large ones.</summary>
public class RuleEditTests(ITestOutputHelper output)
{
    private static readonly IReadOnlySet<int> Free = FrozenSet<int>.Empty;

    [Fact]
    public void S14_every_edit_of_small_lists_loses_no_wanted_rule_and_gives_no_packet_a_third_decision()
    {
        var (count, calls, told) = (0, 0, 0);
        var (lists, classes) = SmallLists(numbers: 3, atoms: 2);
        foreach (var before in lists)
            foreach (var declared in lists)
            {
                var walk = new RuleWalk(new RuleEdit(declared, classes, 6, 9, Free), classes, before, new Random(count)).Run();
                Assert.True(walk.Words.Count == 0, $"{Text(before)} to {Text(declared)}: {string.Join(' ', walk.Words)}");
                count++;
                calls += walk.Calls.Count;
                told += walk.Caveats.Contains(RuleCaveat.OrderDiffers) ? 1 : 0;
            }

        output.WriteLine($"{count} edits, {calls} calls, {told} that tell of another order");
        Assert.Equal(52_441, count);
        // Where a model of the rules says so, too: no room, and no order of safe calls is known.
        Assert.InRange(told, 0, 20);
        // The model makes 148,210 calls, one rule each.
        Assert.InRange(calls, 0, 148_210);
    }

    [Fact]
    public void S14_edits_within_a_small_quota_lose_no_wanted_rule()
    {
        var (lists, classes) = SmallLists(numbers: 2, atoms: 2);
        foreach (var before in lists)
            foreach (var declared in lists)
                foreach (var top in new[] { 2, 3 })
                {
                    var room = Math.Max(2, Math.Max(before.Count, declared.Count));
                    var walk = new RuleWalk(new RuleEdit(declared, classes, room, top, Free), classes, before, new Random(1)).Run();
                    Assert.True(walk.Words.Count == 0, $"{Text(before)} to {Text(declared)}, top {top}: {string.Join(' ', walk.Words)}");
                }
    }

    [Theory]
    [InlineData("permute")]
    [InlineData("swap")]
    [InlineData("shift")]
    [InlineData("edit")]
    [InlineData("replace")]
    [InlineData("twice")]
    public void S14_edits_of_twenty_rules_end_as_declared(string kind)
    {
        var seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        var calls = 0;
        const int edits = 150;
        for (var i = 0; i < edits; i++)
        {
            var large = new LargeEdit(random, kind);
            var walk = new RuleWalk(large.Edit, large.Classes, large.Before, random).Run();
            Assert.True(walk.Words.Count == 0, $"seed {seed}, edit {i}: {string.Join(' ', walk.Words)}: {Text(large.Before)} to "
                + $"{Text(large.Edit.Declared)}");
            calls += walk.Calls.Count;
        }

        output.WriteLine($"{kind}: {calls / (double)edits:0.0} calls each");
    }

    private static string Text(RuleTable table) =>
        string.Join(", ", Enumerable.Range(0, table.Count).Select(i => $"{table.Numbers[i]}: {table.Contents[i]}"));

    /// <summary>All lists of different contents, over all sets of packet classes.</summary>
    private static (List<RuleTable> Lists, PacketClasses Classes) SmallLists(int numbers, int atoms)
    {
        var sets = (1 << atoms) - 1;
        var accepts = Enumerable.Range(0, 2 * sets).Select(i => i < sets).ToArray();
        var classes = Enumerable.Range(0, atoms).Select(atom => Enumerable.Range(0, accepts.Length)
            .Where(content => (((content % sets) + 1) >> atom & 1) != 0)
            .Aggregate(UInt128.Zero, (bits, content) => bits | (UInt128.One << content)));
        var lists = new List<RuleTable> { RuleTable.Empty };
        for (var number = 1; number <= numbers; number++)
        {
            foreach (var list in lists.ToList())
                for (var content = 0; content < accepts.Length; content++)
                    if (!list.HasContent(content)) lists.Add(list.With(number, content));
        }

        return (lists, new PacketClasses(accepts, [.. classes]));
    }
}
