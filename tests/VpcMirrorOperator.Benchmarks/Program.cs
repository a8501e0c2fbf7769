using System.Globalization;
using VpcMirrorOperator.Benchmarks.Measurements;
using VpcMirrorOperator.Benchmarks.Report;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
Func<IEnumerable<Row>>[] all =
[
    WriteCounts.Run, ConvergenceTime.Run, IdleReads.Run, PlannerCost.Run, EditGap.Run, BesideDeadRegion.Run, FirstPass.Run, Soak.Run,
    PackingCost.Run, AttributeEdits.Run,
];
var chosen = args.Select(number => int.Parse(number, CultureInfo.InvariantCulture)).ToList();
Row[] rows = [.. all.Where((_, index) => chosen.Count == 0 || chosen.Contains(index + 1)).SelectMany(measure => measure())];
Console.WriteLine("1, 2, 3, 5, 6, 7, 8, 10: virtual time, no network latency unless said, exact and repeatable (8: but for some bytes).");
Console.WriteLine("4, 9: wall time of this machine.");
Console.WriteLine("1, 2: the client's rate budget is set so high that it never makes a call wait. 3, 5, 6, 7, 8, 10: the default budget.");
Console.WriteLine();
Console.WriteLine(Table.Render(rows));
return rows.Any(row => row.Ok == false) ? 1 : 0;
