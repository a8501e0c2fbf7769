using VpcMirrorOperator.TestSupport;

namespace VpcMirrorOperator.Tests.Commands;

/// <summary>Filters on the command line, against the embedded emulator over real HTTP.</summary>
public sealed class FilterCommandTests : IAsyncDisposable
{
    private static readonly string Sample = Repository.PathOf("config", "samples", "filters", "mirror-filter.yaml");
    private readonly CommandRun _run = new();

    public ValueTask DisposeAsync() => _run.DisposeAsync();

    [Fact]
    public async Task A_plan_shows_the_rules_as_a_difference_and_exits_with_two()
    {
        var result = await _run.RunAsync("plan", "-f", Sample, "--emulator");

        Assert.Equal((2, ""), (result.ExitCode, result.Errors));
        Assert.Contains("default/mirror-filter  cn-hangzhou/tmf-bp12gmdsfapvzoyrmffc  4 rules to edit, plan ", result.Printed,
            StringComparison.Ordinal);
        Assert.Contains("  + ingress 10: drop UDP 0.0.0.0/0 -> 0.0.0.0/0 port 4789/4789", result.Printed, StringComparison.Ordinal);
        Assert.Contains(
            "  ~ ingress 20: accept TCP 0.0.0.0/0 -> 0.0.0.0/0 port 80/80 => accept TCP 0.0.0.0/0 -> 0.0.0.0/0 port 80/443", result.Printed,
            StringComparison.Ordinal);
        Assert.Contains("1 of 1 object differs: 0 sources to add, 0 to remove; 4 rules to edit.", result.Printed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Applied_rules_are_ready_and_the_plan_after_it_is_empty()
    {
        var applied = await _run.RunAsync("apply", "-f", Sample, "--emulator");
        Assert.Equal((0, ""), (applied.ExitCode, applied.Errors));
        Assert.Contains("1 of 1 object Ready", applied.Printed, StringComparison.Ordinal);

        var plan = await _run.RunAsync("plan", "-f", Sample, "--emulator");
        Assert.Equal(0, plan.ExitCode);
        Assert.Contains("no change, 5 rules", plan.Printed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_imported_filter_is_declared_as_it_is()
    {
        var imported = await _run.RunAsync(
            "import", "tmf-bp12gmdsfapvzoyrmffc", "--region", "cn-hangzhou", "--emulator", "-o", "imported.yaml");
        Assert.Equal((0, ""), (imported.ExitCode, imported.Errors));

        var plan = await _run.RunAsync("plan", "-f", "imported.yaml", "--emulator");
        Assert.Equal((0, ""), (plan.ExitCode, plan.Errors));
        Assert.Contains("no change, 2 rules", plan.Printed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_filter_and_a_session_of_the_same_name_do_not_disturb_each_other()
    {
        var filter = (await File.ReadAllTextAsync(Sample, TestContext.Current.CancellationToken)).Replace("name: mirror-filter",
            "name: edge", StringComparison.Ordinal);
        _run.Write("filter.yaml", filter);
        var edge = Repository.PathOf("config", "samples", "edge.yaml");

        var applied = await _run.RunAsync("apply", "-f", "filter.yaml", "-f", edge, "--emulator");
        Assert.Equal((0, ""), (applied.ExitCode, applied.Errors));
        Assert.Contains("2 of 2 objects Ready", applied.Printed, StringComparison.Ordinal);
        var again = await _run.RunAsync("apply", "-f", "filter.yaml", "-f", edge, "--emulator", "-o", "json");
        Assert.Contains("\"writes\": 0", again.Printed, StringComparison.Ordinal);
        Assert.Contains("\"trafficMirrorFilterId\": \"tmf-bp12gmdsfapvzoyrmffc\"", again.Printed, StringComparison.Ordinal);
    }
}
