using VpcMirrorOperator.TestSupport;

namespace VpcMirrorOperator.Tests.Commands;

/// <summary>What is imported is declared as it is, with all attributes, so that the plan after it is empty.</summary>
public sealed class ImportTests : IAsyncDisposable
{
    private const string Account = """
        accounts:
        - name: demo
          accessKeyId: LTAIdemo
          accessKeySecret: secret
          regions:
          - id: cn-hangzhou
            filters:
            - id: tmf-a
              name: "to: the #1 \"IDS\""
              tags: {team: soc}
              ingressRules: [{id: tmr-1, priority: 10, protocol: TCP, destinationPortRange: 80/443}]
            sessions:
            - id: tms-a
              name: "yes"
              description: "über: \"all\" 'of' it\\ #1"
              targetId: eni-target
              filterId: tmf-a
              priority: 7
              virtualNetworkId: 9
              packetLength: 200
              tags: {team: soc, "a: b": "null", vpcmirror.io/owner: x}
              sources: [eni-b, eni-a]
            - {id: tms-b, priority: 8, enabled: false, filterId: tmf-a, targetId: eni-target, sources: []}
        """;

    private readonly CommandRun _run = new();

    public ImportTests() => _run.Write("seed.yaml", Account);

    public ValueTask DisposeAsync() => _run.DisposeAsync();

    [Theory]
    [InlineData("--all")]
    [InlineData("tms-a tms-b tmf-a")]
    [InlineData("--tag team=soc")]
    public async Task A_plan_after_an_import_is_empty_for_sessions_and_filters(string what)
    {
        var imported = await EmulatedAsync("import", [.. what.Split(' '), "--region", "cn-hangzhou", "-o", "all.yaml"]);
        Assert.Equal((0, ""), (imported.ExitCode, imported.Errors));

        var plan = await EmulatedAsync("plan", "-f", "all.yaml");
        Assert.Equal((0, ""), (plan.ExitCode, plan.Errors));
        Assert.Contains("No changes.", plan.Printed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_attributes_are_written_whatever_they_hold()
    {
        var text = (await EmulatedAsync("import", "tms-a", "--region", "cn-hangzhou")).Printed;

        Assert.Contains("    name: \"yes\"\n", text, StringComparison.Ordinal);
        Assert.Contains("    description: \"über: \\\"all\\\" 'of' it\\\\ #1\"\n", text, StringComparison.Ordinal);
        Assert.Contains("    priority: 7\n    virtualNetworkId: 9\n", text, StringComparison.Ordinal);
        Assert.Contains("      \"a: b\": \"null\"\n", text, StringComparison.Ordinal);
        Assert.Contains("    # Left alone, since it is not for users: tag vpcmirror.io/owner\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_shows_attributes_that_differ_names_and_tags_included()
    {
        var text = (await EmulatedAsync("import", "tms-a", "--region", "cn-hangzhou")).Printed;
        _run.Write("edited.yaml", text.Replace("name: \"yes\"", "name: other", StringComparison.Ordinal)
            .Replace("\"team\": \"soc\"", "\"team\": \"noc\"", StringComparison.Ordinal)
            .Replace("managementPolicy: Observe", "managementPolicy: Sync", StringComparison.Ordinal));

        var plan = await EmulatedAsync("plan", "-f", "edited.yaml");

        Assert.Equal((2, ""), (plan.ExitCode, plan.Errors));
        Assert.Contains("  ~ name: yes → other", plan.Printed, StringComparison.Ordinal);
        Assert.Contains("  ~ tags.team: soc → noc", plan.Printed, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--tag team=nobody", "no filter with the tag team=nobody")]
    [InlineData("--tag team", "'team' is not a tag such as team=soc")]
    [InlineData("tms-no", "cn-hangzhou/tms-no: the cloud does not list this session")]
    [InlineData("--all tms-a", "or those with a --tag")]
    public async Task What_is_not_there_is_an_error_with_its_remedy(string what, string message)
    {
        var result = await EmulatedAsync("import", [.. what.Split(' '), "--region", "cn-hangzhou"]);
        Assert.Equal(1, result.ExitCode);
        Assert.Contains(message, result.Errors, StringComparison.Ordinal);
    }

    private Task<CommandResult> EmulatedAsync(string command, params string[] rest) =>
        _run.RunAsync([command, .. rest, "--emulator", "--emulator-seed", "seed.yaml"]);
}
