using System.Collections.Frozen;
using VpcMirrorOperator.Kinds.Filters.Planning;

namespace VpcMirrorOperator.Core.Tests.Kinds.Filters.Planning;

/// <summary>A random edit of twelve to twenty rules: permutations, swaps, shifts, changes; six classes of packets.</summary>
internal sealed class LargeEdit
{
    private const int Atoms = 6;
    private const int Contents = 40;

    public LargeEdit(Random random, string kind)
    {
        var boxes = Enumerable.Range(0, 2 * 63).OrderBy(_ => random.Next()).Take(Contents).ToArray();
        var classes = Enumerable.Range(0, Atoms).Select(atom => boxes.Index()
            .Where(box => (((box.Item % 63) + 1) >> atom & 1) != 0)
            .Aggregate(UInt128.Zero, (bits, box) => bits | (UInt128.One << box.Index)));
        Classes = new PacketClasses([.. boxes.Select(box => box < 63)], [.. classes]);
        int[] counts = [20, 20, 20, 19, 12];
        var count = counts[random.Next(counts.Length)];
        int[] numbers = [.. Enumerable.Range(1, 30).OrderBy(_ => random.Next()).Take(count).Order()];
        var old = Enumerable.Range(0, count).ToArray();
        Before = Table(numbers, old);
        var top = random.NextDouble() < .8 ? 40 : 30;
        Edit = new RuleEdit(Table(numbers, Changed(random, kind, old)), Classes, 20, top, FrozenSet<int>.Empty);
    }

    public PacketClasses Classes { get; }

    public RuleTable Before { get; }

    public RuleEdit Edit { get; }

    private static RuleTable Table(int[] numbers, int[] contents) => RuleTable.Of(numbers.Zip(contents, KeyValuePair.Create));

    private static int[] Changed(Random random, string kind, int[] old)
    {
        int[] changed = [.. old];
        var (one, other) = (random.Next(old.Length), random.Next(old.Length));
        switch (kind)
        {
            case "permute":
                random.Shuffle(changed);
                return changed;
            case "swap":
                (changed[one], changed[other]) = (changed[other], changed[one]);
                return changed;
            case "shift":
                return [30, .. old[..^1]];
            case "edit":
                changed[one] = 31;
                return changed;
            case "twice":
                changed[one] = changed[other];
                return changed;
            default:
                return [.. old.Select((content, i) => random.NextDouble() < .5 ? content : 20 + i)];
        }
    }
}
