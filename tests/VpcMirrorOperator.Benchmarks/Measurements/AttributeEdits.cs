using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.Benchmarks.Edits;
using VpcMirrorOperator.Benchmarks.Report;
using VpcMirrorOperator.Benchmarks.World;

namespace VpcMirrorOperator.Benchmarks.Measurements;

/// <summary>10. Edits of rules and attributes, and a session's creation: calls, time, and what the IDS does not see meanwhile.</summary>
internal static class AttributeEdits
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private delegate Task Algorithm(TerraformEdit terraform, DeleteThenCreate ack, DeclaredEdit edit);

    public static IEnumerable<Row> Run() =>
    [
        .. Rules("one rule changed", DeclaredEdit.OneRuleChanged, 1, [("tmr-https", 20, "443/444")]),
        .. Rules("two rules swap priorities", DeclaredEdit.PrioritiesSwapped, 3, [("tmr-https", 30, "443/443"), ("tmr-dns", 20, "53/53")]),
        .. Attributes(
            "packet length changed", DeclaredEdit.Start with { PacketLength = 1400 }, (terraform, to) => terraform.ReplaceSessionAsync(to)),
        .. Attributes(
            "target changed", DeclaredEdit.Start with { Target = EditWorld.OtherTarget },
            (terraform, to) => terraform.UpdateSessionAsync(to)),
        .. Created(10, idsInACall: 10, writes: 1),
        .. Created(35, idsInACall: 10, writes: 4),
        .. Created(35, idsInACall: 35, writes: 4),
    ];

    private static IEnumerable<Row> Rules(string name, DeclaredEdit edit, int calls, (string, int, string)[] single) =>
    [
        Other($"{name}: Terraform, rules in the filter", edit, (terraform, _, to) => terraform.ReplaceFilterAsync(to)),
        Other($"{name}: the same, create_before_destroy", edit, (terraform, _, to) => terraform.ReplaceFilterNewFirstAsync(to)),
        Other($"{name}: Terraform, each rule a resource", edit, (terraform, _, _) => terraform.UpdateRulesAsync(single)),
        Other($"{name}: upjet", edit, (terraform, _, to) => new RefusedReplacement(terraform).RunAsync(to)),
        Other($"{name}: ACK's way, delete then create", edit, (_, ack, to) => ack.RunAsync(to)),
        Ours(name, edit, calls),
    ];

    private static IEnumerable<Row> Attributes(string name, DeclaredEdit edit, Func<TerraformEdit, DeclaredEdit, Task> update) =>
    [
        Other($"{name}: Terraform", edit, (terraform, _, to) => update(terraform, to)),
        Other($"{name}: upjet", edit, (terraform, _, to) => new RefusedReplacement(terraform).RunAsync(to)),
        Ours(name, edit, 1),
    ];

    private static IEnumerable<Row> Created(int sources, int idsInACall, int writes)
    {
        var edit = DeclaredEdit.Start with { Sources = Ids.Range(0, sources) };
        var name = $"session created, {sources} sources, at most {idsInACall} ids in a call";
        yield return Other(
            $"{name}: Terraform", edit, (terraform, _, to) => terraform.CreateSessionAsync(to), hasSession: false, idsInACall);
        var world = new EditWorld(hasSession: false, idsInACall);
        var ours = new OurEdit(world, creates: true);
        var row = Measure($"{name}: ours", world, edit, () => ours.Declare(edit), () => ours.IsReady, () => true);
        yield return Judged(row, $"{writes} writes", row.Writes == writes);
    }

    private static Row Other(string name, DeclaredEdit edit, Algorithm algorithm, bool hasSession = true, int idsInACall = 10)
    {
        var world = new EditWorld(hasSession, idsInACall);
        var process = world.Loop.CreateProcess("other");
        var (ended, failed, client) = (false, false, world.Client(process));
        async Task RunAsync()
        {
            try
            {
                await algorithm(new TerraformEdit(client, process.Time), new DeleteThenCreate(client, process.Time), edit);
            }
            catch (Exception e) when (e is CloudException or InvalidOperationException)
            {
                failed = true;
            }

            ended = true;
        }

        return Measure(name, world, edit, () => process.Start(RunAsync), () => ended, () => !failed).Row;
    }

    private static Row Ours(string name, DeclaredEdit edit, int writes)
    {
        var world = new EditWorld(hasSession: true);
        var ours = new OurEdit(world, creates: false);
        ours.Declare(DeclaredEdit.Start);
        world.Loop.RunUntil(() => ours.IsReady, Patience);
        world.Loop.RunFor(TimeSpan.FromMinutes(1));
        var measured = Measure($"{name}: ours", world, edit, () => ours.Declare(edit), () => ours.IsReady, () => true);
        return Judged(measured, $"{writes} writes, blind 0.0 source-s", measured.Writes == writes && measured.Blind == TimeSpan.Zero);
    }

    private static Row Judged(Result result, string target, bool ok) => result.Row with { Target = target, Ok = ok };

    private static Result Measure(
        string name, EditWorld world, DeclaredEdit edit, Action start, Func<bool> ended, Func<bool> succeeded)
    {
        var (meter, calls, began) = (new BlindMeter(world, edit.Sources), world.Calls.Count, world.Now);
        meter.Start();
        start();
        world.Loop.RunUntil(ended, Patience);
        var made = world.Calls.Skip(calls).ToList();
        var writes = made.Where(call => !call.Action.StartsWith("List", StringComparison.Ordinal)).ToList();
        var refused = writes.Count(call => call.Code != "OK");
        var (some, result) = (refused > 0 ? $" ({refused} refused)" : "", succeeded() ? "" : "; NOT DONE");
        var text = $"{writes.Count} writes{some}, {made.Count - writes.Count} reads, {(world.Now - began).TotalSeconds:0.00} s; "
            + $"blind {meter.Blind.TotalSeconds:0.0} source-s{result}";
        return new Result(new Row(10, name, text), writes.Count, meter.Blind);
    }

    private sealed record Result(Row Row, int Writes, TimeSpan Blind);
}
