namespace VpcMirrorOperator.Tests.Commands;

/// <summary>Sessions that the tool creates and deletes, against the emulator over real HTTP.</summary>
public sealed class CreatedSessionCommandTests : IAsyncDisposable
{
    private const string Fresh = """
        apiVersion: vpcmirror.io/v1alpha1
        kind: TrafficMirrorSession
        metadata:
          name: fresh
        spec:
          regionId: cn-hangzhou
          deletionPolicy: Delete
          session:
            name: fresh
            target: {type: NetworkInterface, id: eni-bp1234qu6hiu4mlljmx9}
            filterId: tmf-bp12gmdsfapvzoyrmffc
            priority: 77
            tags: {team: soc}
          sourceIds: [eni-bp1i99gov61ddqqn24cx]
        """;

    private readonly CommandRun _run = new();

    public CreatedSessionCommandTests() => _run.Write("fresh.yaml", Fresh);

    public ValueTask DisposeAsync() => _run.DisposeAsync();

    [Fact]
    public async Task S6_A_plan_shows_what_is_created()
    {
        var plan = await _run.RunAsync("plan", "-f", "fresh.yaml", "--emulator");

        Assert.Equal((2, ""), (plan.ExitCode, plan.Errors));
        Assert.Contains("default/fresh  cn-hangzhou/new  to be created, with 1 source", plan.Printed, StringComparison.Ordinal);
        Assert.Contains("  + target: NetworkInterface/eni-bp1234qu6hiu4mlljmx9", plan.Printed, StringComparison.Ordinal);
        Assert.Contains("  + enabled: true", plan.Printed, StringComparison.Ordinal);
        Assert.Contains("  + tags.team: soc", plan.Printed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task S3_Applied_once_it_is_created_and_applied_again_it_is_found_even_without_the_state()
    {
        var applied = await _run.RunAsync("apply", "-f", "fresh.yaml", "--emulator", "-o", "json");
        Assert.Equal(0, applied.ExitCode);
        Assert.Contains("\"writes\": 1", applied.Printed, StringComparison.Ordinal);
        var plan = await _run.RunAsync("plan", "-f", "fresh.yaml", "--emulator");
        Assert.Equal((0, ""), (plan.ExitCode, plan.Errors));
        Assert.Contains("no change, 1 source", plan.Printed, StringComparison.Ordinal);

        foreach (var file in Directory.GetFiles(Path.Join(_run.Folder, ".vpc-mirror", "emulator"), "*.json")) File.Delete(file);
        var before = await SessionsAsync();
        plan = await _run.RunAsync("plan", "-f", "fresh.yaml", "--emulator");
        Assert.Equal(0, plan.ExitCode);
        applied = await _run.RunAsync("apply", "-f", "fresh.yaml", "--emulator");
        Assert.Equal(0, applied.ExitCode);
        Assert.Equal(before, await SessionsAsync());
    }

    [Fact]
    public async Task S12_Deleted_the_account_is_as_it_was_before()
    {
        var before = await SessionsAsync();
        Assert.Equal(0, (await _run.RunAsync("apply", "-f", "fresh.yaml", "--emulator")).ExitCode);
        Assert.NotEqual(before, await SessionsAsync());

        var deleted = await _run.RunAsync("delete", "-f", "fresh.yaml", "--emulator");

        Assert.Equal((0, ""), (deleted.ExitCode, deleted.Errors));
        Assert.Matches("default/fresh deleted: Session tms-[a-z0-9]+ is deleted\\.", deleted.Printed);
        Assert.Contains("1 of 1 object deleted, 1 cloud write,", deleted.Printed, StringComparison.Ordinal);
        Assert.Equal(before, await SessionsAsync());
    }

    [Fact]
    public async Task S3_The_name_of_what_was_just_created_is_kept_until_a_list_would_show_it()
    {
        _run.Write("fresh.yaml", Fresh.Replace("deletionPolicy: Delete", "deletionPolicy: Retain", StringComparison.Ordinal));
        Assert.Equal(0, (await _run.RunAsync("apply", "-f", "fresh.yaml", "--emulator")).ExitCode);
        var before = await SessionsAsync();

        var deleted = await _run.RunAsync("delete", "-f", "fresh.yaml", "--emulator", "-o", "json", "--timeout", "2s");

        Assert.Equal(1, deleted.ExitCode);
        Assert.Contains("\"gone\": false", deleted.Printed, StringComparison.Ordinal);
        Assert.Contains("its name is kept until lists would show what it made", deleted.Printed, StringComparison.Ordinal);
        Assert.Contains("\"writes\": 0", deleted.Printed, StringComparison.Ordinal);
        Assert.Equal(before, await SessionsAsync());
    }

    [Theory]
    [InlineData("regionId: cn-hangzhou", "regionId: cn-beijing", "spec.regionId")]
    [InlineData("regionId: cn-hangzhou", "regionId: cn-hangzhou\n  trafficMirrorSessionId: tms-a1", "spec.trafficMirrorSessionId")]
    public async Task S6_What_an_object_created_is_not_left_behind_by_an_edit_of_region_or_id(string from, string to, string field)
    {
        Assert.Equal(0, (await _run.RunAsync("apply", "-f", "fresh.yaml", "--emulator")).ExitCode);
        var before = await SessionsAsync();
        var text = Fresh.Replace(from, to, StringComparison.Ordinal);
        if (field != "spec.regionId") text = text.Replace("  deletionPolicy: Delete\n", "", StringComparison.Ordinal);
        _run.Write("fresh.yaml", text);

        foreach (var command in (string[])["plan", "apply", "delete"])
        {
            var result = await _run.RunAsync(command, "-f", "fresh.yaml", "--emulator");
            Assert.Equal(1, result.ExitCode);
            Assert.Matches(
                $"fresh.yaml:1: default/fresh: {field}: session cn-hangzhou/tms-[a-z0-9]+ would be left behind: .* give it another name\\.",
                result.Errors);
        }

        Assert.Equal(before, await SessionsAsync());
        _run.Write("fresh.yaml", Fresh);
        Assert.Equal(0, (await _run.RunAsync("plan", "-f", "fresh.yaml", "--emulator")).ExitCode);
    }

    [Fact]
    public async Task S2_An_adopted_session_is_never_deleted()
    {
        _run.WriteManifest();
        var endpoint = await _run.EndpointAsync();
        Assert.Equal(0, (await _run.RunAsync("apply", "-f", "m.yaml", "--endpoint", endpoint)).ExitCode);

        var deleted = await _run.RunAsync("delete", "-f", "m.yaml", "--endpoint", endpoint);

        Assert.Equal((0, ""), (deleted.ExitCode, deleted.Errors));
        Assert.Contains("It stays in the cloud as it is, and is not managed any more.", deleted.Printed, StringComparison.Ordinal);
        Assert.DoesNotContain(_run.Writes, call => call.Action == "DeleteTrafficMirrorSession");
    }

    [Fact]
    public async Task S1_Nothing_is_created_before_it_is_said_whose_it_is()
    {
        var endpoint = await _run.EndpointAsync();
        foreach (var command in (string[])["plan", "apply", "delete"])
        {
            var result = await _run.RunAsync(command, "-f", "fresh.yaml", "--endpoint", endpoint);
            Assert.Equal(1, result.ExitCode);
            Assert.Contains("fresh.yaml:1: default/fresh creates a session.", result.Errors, StringComparison.Ordinal);
            Assert.Contains("--owner NAME", result.Errors, StringComparison.Ordinal);
        }

        Assert.Empty(_run.Writes);
    }

    [Theory]
    [InlineData("a/b")]
    [InlineData("aliyun-team")]
    [InlineData("")]
    public async Task S1_An_owner_that_cannot_be_part_of_a_mark_is_refused(string owner)
    {
        var result = await _run.RunAsync("plan", "-f", "fresh.yaml", "--emulator", "--owner", owner);
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("--owner", result.Errors, StringComparison.Ordinal);
    }

    private async Task<string> SessionsAsync() =>
        (await _run.RunAsync("list", "--region", "cn-hangzhou", "--emulator")).Printed;
}
