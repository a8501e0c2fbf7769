using System.Globalization;
using VpcMirrorOperator.Measurements;
using VpcMirrorOperator.Measurements.Measurements;
using VpcMirrorOperator.Measurements.Report;
using VpcMirrorOperator.Measurements.World;
using VpcMirrorOperator.TestSupport.ApiServers;

const string usage =
    "usage: BINARY [size,start,memory[:100,1000],limit[:10000],large,idle,allocations,takeover,soak[:60]] or --smoke BINARY";
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

var comparison = "";
var all = new Dictionary<string, Func<Choice, Task<Row[]>>>
{
    ["size"] = _ => BinarySize.RunAsync(binary),
    ["start"] = _ => FirstReconcile.RunAsync(binary),
    ["memory"] = async choice =>
    {
        comparison = await Memory.RunAsync(Contenders.Of(binary), choice.SizesOr(Memory.Sizes));
        return [];
    },
    ["limit"] = choice => UnderLimit.RunAsync(binary, choice.SizesOr(UnderLimit.Sizes)),
    ["large"] = _ => LargeObjects.RunAsync(binary),
    ["idle"] = _ => Idle.RunAsync(binary),
    ["allocations"] = _ => Allocations.RunAsync(),
    ["takeover"] = _ => Takeover.RunAsync(binary),
    ["soak"] = choice => Soak.RunAsync(binary, choice.SizesOr(Soak.Minutes)),
};
var chosen = Choice.Read(args.Length == 2 ? args[1] : string.Join(',', all.Keys.Where(name => name != "soak")));
if (chosen.Any(choice => !all.ContainsKey(choice.Name) || (choice.Sizes.Count > 0 && choice.Name is not ("memory" or "limit" or "soak"))))
    return Fail(usage);
List<Row> rows = [];
foreach (var choice in chosen)
{
    Console.Error.WriteLine($"measuring {choice.Name}");
    var found = await all[choice.Name](choice);
    foreach (var row in found) Console.Error.WriteLine($"  {row.What}: {row.Measured}");
    rows.AddRange(found);
}

var (today, processors) = (TimeProvider.System.GetUtcNow(), Environment.ProcessorCount);
Console.WriteLine(Text.Of($"{today:yyyy-MM-dd}, {processors} processors, API server {servers.Version}, .NET {Environment.Version}."));
if (rows.Count > 0) Console.WriteLine("\n" + Table.Render(rows));
if (comparison.Length > 0) Console.WriteLine("\n" + comparison);
return 0;

static int Fail(string message)
{
    Console.Error.WriteLine(message);
    return 1;
}
