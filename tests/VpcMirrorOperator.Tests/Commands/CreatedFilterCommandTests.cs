namespace VpcMirrorOperator.Tests.Commands;

/// <summary>Filters that the tool creates and deletes, against the emulator over real HTTP.</summary>
public sealed class CreatedFilterCommandTests : IAsyncDisposable
{
    private const string Fresh = """
        apiVersion: vpcmirror.io/v1alpha1
        kind: TrafficMirrorFilter
        metadata:
          name: fresh
        spec:
          regionId: cn-hangzhou
          deletionPolicy: Delete
          filter: {name: fresh, tags: {team: soc}}
          ingressRules:
          - {priority: 10, action: drop, protocol: UDP, destinationPortRange: 4789/4789}
          - {priority: 20, action: accept}
        """;

    private readonly CommandRun _run = new();

    public CreatedFilterCommandTests() => _run.Write("fresh.yaml", Fresh);

    public ValueTask DisposeAsync() => _run.DisposeAsync();

    [Fact]
    public async Task S12_Planned_applied_renamed_and_deleted_with_one_call_each()
    {
        var plan = await _run.RunAsync("plan", "-f", "fresh.yaml", "--emulator");
        Assert.Equal((2, ""), (plan.ExitCode, plan.Errors));
        Assert.Contains("default/fresh  cn-hangzhou/new  to be created, with 2 rules", plan.Printed, StringComparison.Ordinal);
        Assert.Contains("  + tags.team: soc", plan.Printed, StringComparison.Ordinal);

        var applied = await _run.RunAsync("apply", "-f", "fresh.yaml", "--emulator", "-o", "json");
        Assert.Equal(0, applied.ExitCode);
        Assert.Contains("\"writes\": 1", applied.Printed, StringComparison.Ordinal);

        _run.Write("fresh.yaml", Fresh.Replace("name: fresh, tags", "name: renamed, tags", StringComparison.Ordinal));
        plan = await _run.RunAsync("plan", "-f", "fresh.yaml", "--emulator");
        Assert.Contains("  ~ name: fresh → renamed", plan.Printed, StringComparison.Ordinal);
        applied = await _run.RunAsync("apply", "-f", "fresh.yaml", "--emulator", "-o", "json");
        Assert.Contains("\"writes\": 1", applied.Printed, StringComparison.Ordinal);
        Assert.Equal(0, (await _run.RunAsync("plan", "-f", "fresh.yaml", "--emulator")).ExitCode);

        var deleted = await _run.RunAsync("delete", "-f", "fresh.yaml", "--emulator");
        Assert.Equal((0, ""), (deleted.ExitCode, deleted.Errors));
        Assert.Matches("default/fresh deleted: Filter tmf-[a-z0-9]+ is deleted\\.", deleted.Printed);
    }

    [Fact]
    public async Task S6_What_an_object_created_is_not_left_behind_by_an_edit_of_its_region()
    {
        Assert.Equal(0, (await _run.RunAsync("apply", "-f", "fresh.yaml", "--emulator")).ExitCode);
        _run.Write("fresh.yaml", Fresh.Replace("cn-hangzhou", "cn-beijing", StringComparison.Ordinal));

        var result = await _run.RunAsync("plan", "-f", "fresh.yaml", "--emulator");

        Assert.Equal(1, result.ExitCode);
        Assert.Matches("fresh.yaml:1: default/fresh: spec.regionId: filter cn-hangzhou/tmf-[a-z0-9]+ would be left behind", result.Errors);
    }

    [Fact]
    public async Task S1_Nothing_is_created_before_it_is_said_whose_it_is()
    {
        var result = await _run.RunAsync("apply", "-f", "fresh.yaml", "--endpoint", await _run.EndpointAsync());
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("fresh.yaml:1: default/fresh creates a filter.", result.Errors, StringComparison.Ordinal);
        Assert.Empty(_run.Writes);
    }
}
