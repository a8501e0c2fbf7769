using System.Globalization;
using VpcMirrorOperator.Measurements;
using VpcMirrorOperator.Measurements.Measurements;
using VpcMirrorOperator.Measurements.Report;
using VpcMirrorOperator.TestSupport.ApiServers;

const string usage = "usage: BINARY [size,start,memory,large,idle,allocations,takeover] or --smoke BINARY";
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args.Length is < 1 or > 2) return Fail(usage);
if (ApiServerBinaries.Find() is not [.., var servers]) return Fail(ApiServerBinaries.SkipReason);
var smoke = args[0] == "--smoke";
var binary = Path.GetFullPath(smoke ? args[^1] : args[0]);
if (!File.Exists(binary)) return Fail($"There is no {binary}: eng/publish-native.sh makes it.");
if (smoke)
{
    await SmokeTest.RunAsync(binary);
    Console.WriteLine("The native binary became ready, reconciled a sample and stopped.");
    return 0;
}

var all = new Dictionary<string, Func<Task<Row[]>>>
{
    ["size"] = () => BinarySize.RunAsync(binary),
    ["start"] = () => FirstReconcile.RunAsync(binary),
    ["memory"] = () => Memory.RunAsync(binary),
    ["large"] = () => LargeObjects.RunAsync(binary),
    ["idle"] = () => Idle.RunAsync(binary),
    ["allocations"] = Allocations.RunAsync,
    ["takeover"] = () => Takeover.RunAsync(binary),
};
string[] chosen = args.Length == 2 ? args[1].Split(',') : [.. all.Keys];
if (chosen.Any(name => !all.ContainsKey(name))) return Fail(usage);
List<Row> rows = [];
foreach (var name in chosen)
{
    Console.Error.WriteLine($"measuring {name}");
    var found = await all[name]();
    foreach (var row in found) Console.Error.WriteLine($"  {row.What}: {row.Measured}");
    rows.AddRange(found);
}

var (today, processors) = (TimeProvider.System.GetUtcNow(), Environment.ProcessorCount);
Console.WriteLine(Text.Of($"{today:yyyy-MM-dd}, {processors} processors, API server {servers.Version}, .NET {Environment.Version}."));
Console.WriteLine();
Console.WriteLine(Table.Render(rows));
return 0;

static int Fail(string message)
{
    Console.Error.WriteLine(message);
    return 1;
}

