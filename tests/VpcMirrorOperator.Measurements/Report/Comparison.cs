using VpcMirrorOperator.Measurements.Measurements;
using VpcMirrorOperator.Measurements.World;

namespace VpcMirrorOperator.Measurements.Report;

/// <summary>The table of programs that did the same work: a row for each life of each, and what ours used of the other's.</summary>
internal static class Comparison
{
    private static readonly Column[] Columns =
    [
        new("RSS", life => Text.Megabytes(life.Resident), life => life.Resident),
        new("peak", life => Text.Megabytes(life.Peak), life => life.Peak),
        new("own processor", life => Text.Seconds(life.Own), life => life.Own.TotalSeconds),
        new("API server + etcd", life => Text.Seconds(life.Server), life => life.Server.TotalSeconds),
        new("done after", life => Text.Seconds(life.Done), life => life.Done.TotalSeconds),
        new("API calls", life => life.ApiCalls.ToString(), life => life.ApiCalls.Total),
        new("events written", life => Text.Of($"{life.Events}"), _ => 0),
        new("cloud calls", life => Text.Of($"{life.CloudCalls}"), life => life.CloudCalls),
        new("log", life => Text.Kilobytes(life.Log), _ => 0),
        new("one status", life => Text.Of($"{life.Status} B"), life => life.Status),
    ];

    private static int Width => Columns.Length + 4;

    public static string Render(IEnumerable<Lives> all) => Table.Render(
        ["objects", "program", .. Columns.Select(column => column.Name), "events dropped", "binary"],
        all.GroupBy(lives => lives.Objects).SelectMany(OfSize));

    /// <summary>Ours comes first.</summary>
    private static IEnumerable<string[]> OfSize(IEnumerable<Lives> programs)
    {
        Lives[] all = [.. programs];
        foreach (var lives in all)
        foreach (var row in OfProgram(lives)) yield return row;
        foreach (var other in all.Skip(1))
        {
            yield return Ratio(all[0], other, "ours : " + other.Contender.Name, lives => lives.First, withBinary: true);
            yield return Ratio(all[0], other, "the same, started again", lives => lives.Again, withBinary: false);
        }

        if (Aims.Of(all[0].Objects) is { } aims) yield return Padded(Objects(all[0]), "aim", aims);
    }

    private static IEnumerable<string[]> OfProgram(Lives lives)
    {
        var dropped = lives.Scraped is { } counted ? counted.Dropped is { } count ? Text.Of($"{count:0}") : "not counted" : "";
        yield return
        [
            Objects(lives), lives.Contender.Name, .. Columns.Select(column => column.Shown(lives.First)), dropped,
            Text.Megabytes(new FileInfo(lives.Contender.Binary).Length),
        ];
        if (lives.Scraped is { } scraped)
        {
            var name = $"  metrics read 3 times (managed {Text.Megabytes(scraped.Managed)})";
            yield return Padded(Objects(lives), name, [Text.Megabytes(scraped.Resident), Text.Megabytes(scraped.Peak)]);
        }

        yield return Padded(Objects(lives), "  started again", [.. Columns.Select(column => column.Shown(lives.Again))]);
    }

    private static string[] Ratio(Lives ours, Lives other, string name, Func<Lives, Life> life, bool withBinary)
    {
        var cells = Columns.Select(column => Times(column.Number(life(ours)), column.Number(life(other))));
        var binary = Times(Length(ours), Length(other));
        return [Objects(ours), name, .. cells, "", withBinary ? binary : ""];
    }

    private static string[] Padded(string objects, string name, string[] cells) =>
        [objects, name, .. cells, .. Enumerable.Repeat("", Width - 2 - cells.Length)];

    private static string Times(double ours, double others) => others > 0 ? Text.Of($"x {ours / others:0.00}") : "";

    private static string Objects(Lives lives) => Text.Of($"{lives.Objects:N0}");

    private static double Length(Lives lives) => new FileInfo(lives.Contender.Binary).Length;

    /// <param name="Name">Its header.</param>
    /// <param name="Shown">The cell.</param>
    /// <param name="Number">What ratios are made of.</param>
    private sealed record Column(string Name, Func<Life, string> Shown, Func<Life, double> Number);
}
