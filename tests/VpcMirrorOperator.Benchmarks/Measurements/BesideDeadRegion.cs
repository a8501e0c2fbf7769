using System.Globalization;
using VpcMirrorOperator.Benchmarks.Report;
using VpcMirrorOperator.Benchmarks.World;

namespace VpcMirrorOperator.Benchmarks.Measurements;

/// <summary>6. How long an edit takes in a healthy region beside a thousand objects of one that never answers, and alone.</summary>
internal static class BesideDeadRegion
{
    private const double Target = 1.5;
    private const int Edits = 20;
    private static readonly TimeSpan Apart = TimeSpan.FromSeconds(37);

    public static IEnumerable<Row> Run()
    {
        var (alone, beside) = (Measure(0), Measure(1000));
        yield return Row("edited with all of them in the moment in which it dies", alone.First, beside.First);
        yield return Row($"edited {Edits} times while it is dead, longest", alone.Longest, beside.Longest);
    }

    private static Row Row(string name, TimeSpan alone, TimeSpan beside)
    {
        var ratio = beside / alone;
        return new Row(
            6, $"edit -> Ready beside 1,000 objects of a dead region: {name}",
            string.Create(
                CultureInfo.InvariantCulture, $"x {ratio:0.000} ({beside.TotalSeconds:0.00} s, alone {alone.TotalSeconds:0.00} s)"),
            $"<= x {Target}", ratio <= Target);
    }

    private static (TimeSpan First, TimeSpan Longest) Measure(int dead)
    {
        var world = new BenchWorld(new Setup
        {
            Sessions = [.. Enumerable.Range(0, dead + 1).Select(i => Ids.Range(2 * i, 2))],
            Mortal = dead,
            RoundTrip = TimeSpan.FromMilliseconds(50),
        });
        world.StartOperatorAndRest();
        world.Kill();
        for (var i = 0; i < dead; i++) world.EditSources(i, Ids.Range(2 * i, 3));
        var first = TimeOfEdit(world, dead, 0);
        var longest = TimeSpan.Zero;
        for (var edit = 1; edit <= Edits; edit++)
        {
            world.Loop.RunFor(Apart);
            var time = TimeOfEdit(world, dead, edit);
            if (time > longest) longest = time;
        }
        return (first, longest);
    }

    /// <summary>One source more or less.</summary>
    private static TimeSpan TimeOfEdit(BenchWorld world, int index, int edit)
    {
        var start = world.Now;
        world.EditSources(index, Ids.Range(2 * index, edit % 2 == 0 ? 3 : 2));
        world.RunUntilReady(index);
        return world.Now - start;
    }
}
