using System.Text.Json;
using System.Text.Json.Nodes;
using VpcMirrorOperator.Api.Json;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.TestSupport;
using VpcMirrorOperator.TestSupport.ApiServers;

namespace VpcMirrorOperator.IntegrationTests.Crd;

/// <summary>What a real API server makes of the CRD, with real kubectl.</summary>
public class ServerValidationTests(CrdServer server) : IClassFixture<CrdServer>
{
    private const string Minimal = "minimal";

    public static TheoryData<string> RejectedNames => [.. TestManifests.RejectedNames()];

    [Fact(Skip = ApiServerBinaries.SkipReason, SkipUnless = nameof(ApiServerBinaries.Found), SkipType = typeof(ApiServerBinaries))]
    public async Task Samples_and_valid_manifests_are_accepted_and_the_operator_reads_what_was_stored()
    {
        (await server.KubectlAsync("apply", "-f", TestManifests.Accepted, "-f", TestManifests.Samples)).Succeeded();

        var stored = JsonNode.Parse((await server.KubectlAsync("get", "tms", "-o", "json")).Succeeded())!["items"]!.AsArray();
        var filters = JsonNode.Parse((await server.KubectlAsync("get", "tmf", "-o", "json")).Succeeded())!["items"]!.AsArray();

        var read = stored.Select(item => item.Deserialize(OperatorJson.Default.TrafficMirrorSession)!.Metadata.Name)
            .Concat(filters.Select(item => item.Deserialize(OperatorJson.Default.TrafficMirrorFilter)!.Metadata.Name)).ToList();
        Assert.All(TestManifests.AcceptedFiles(), file => Assert.Contains(Path.GetFileNameWithoutExtension(file), read));
    }

    [Theory(Skip = ApiServerBinaries.SkipReason, SkipUnless = nameof(ApiServerBinaries.Found), SkipType = typeof(ApiServerBinaries))]
    [MemberData(nameof(RejectedNames))]
    public async Task An_invalid_manifest_is_refused_with_the_expected_message(string name)
    {
        Assert.SkipWhen(TestManifests.NeedsRules(name) && !server.HasRules, "This API server does not evaluate rules.");

        var answer = await server.KubectlAsync("apply", "--dry-run=server", "-f", TestManifests.RejectedFile(name));

        Assert.True(answer.ExitCode != 0, answer.Output);
        // Older servers say the same in other words.
        if (server.HasRules) Assert.Contains(TestManifests.Expected(name), answer.Output, StringComparison.Ordinal);
    }

    [Theory(Skip = ApiServerBinaries.SkipReason, SkipUnless = nameof(ApiServerBinaries.Found), SkipType = typeof(ApiServerBinaries))]
    [InlineData("regionId", "cn-beijing")]
    [InlineData("trafficMirrorSessionId", "tms-another")]
    public async Task Region_and_session_cannot_be_changed_afterwards(string field, string value)
    {
        Assert.SkipUnless(server.HasRules, "This API server does not evaluate rules.");
        (await server.KubectlAsync("apply", "-f", Path.Combine(TestManifests.Accepted, Minimal + ".yaml"))).Succeeded();

        var answer = await server.KubectlAsync(
            "patch", "tms", Minimal, "--type=merge", "-p", Patch("spec", new JsonObject { [field] = value }));

        Assert.True(answer.ExitCode != 0, answer.Output);
        Assert.Contains($"spec.{field}: Invalid value: \"{value}\": {field} is immutable", answer.Output, StringComparison.Ordinal);
    }

    [Theory(Skip = ApiServerBinaries.SkipReason, SkipUnless = nameof(ApiServerBinaries.Found), SkipType = typeof(ApiServerBinaries))]
    [InlineData(
        "session-created", """{"spec":{"trafficMirrorSessionId":"tms-b"}}""", "whether trafficMirrorSessionId is there is immutable")]
    [InlineData(
        "session-attributes", """{"spec":{"trafficMirrorSessionId":null,"session":{"enabled":true}}}""",
        "whether trafficMirrorSessionId is there is immutable")]
    [InlineData(
        "created-every-field", """{"spec":{"session":{"resourceGroupId":"rg-other"}}}""", "resourceGroupId is immutable")]
    [InlineData("created-every-field", """{"spec":{"session":{"resourceGroupId":null}}}""", "resourceGroupId is immutable")]
    [InlineData("session-created", """{"spec":{"session":{"resourceGroupId":"rg-other"}}}""", "resourceGroupId is immutable")]
    [InlineData(
        "session-created", """{"spec":{"session":null}}""", "name an existing session in trafficMirrorSessionId, or declare one")]
    public async Task S6_What_makes_another_session_of_it_cannot_be_changed_afterwards(string name, string patch, string message)
    {
        Assert.SkipUnless(server.HasRules, "This API server does not evaluate rules.");
        (await server.KubectlAsync("apply", "-f", Path.Combine(TestManifests.Accepted, name + ".yaml"))).Succeeded();

        var answer = await server.KubectlAsync("patch", "tms", name, "--type=merge", "-p", patch);

        Assert.True(answer.ExitCode != 0, answer.Output);
        Assert.Contains(message, answer.Output, StringComparison.Ordinal);
    }

    [Fact(Skip = ApiServerBinaries.SkipReason, SkipUnless = nameof(ApiServerBinaries.Found), SkipType = typeof(ApiServerBinaries))]
    public async Task S6_A_declaration_beside_an_id_may_come_and_go_and_a_created_session_may_change()
    {
        Assert.SkipUnless(server.HasRules, "This API server does not evaluate rules.");
        foreach (var name in new[] { "session-attributes", "session-created" })
            (await server.KubectlAsync("apply", "-f", Path.Combine(TestManifests.Accepted, name + ".yaml"))).Succeeded();
        await TakesAsync("session-attributes", """{"spec":{"session":null}}""");
        await TakesAsync("session-attributes", """{"spec":{"session":{"filterId":null,"filterRef":{"name":"web"}}}}""");
        await TakesAsync("session-created", """{"spec":{"deletionPolicy":"Delete","sourceIds":["eni-1"]}}""");
        await TakesAsync("session-created", """{"spec":{"session":{"filterId":null,"filterRef":{"name":"web"}}}}""");
        await TakesAsync("session-created", """{"spec":{"sourceIds":[]}}""");
    }

    /// <summary>Without doing it: other tests use the same objects.</summary>
    private async Task TakesAsync(string name, string patch) =>
        (await server.KubectlAsync("patch", "tms", name, "--type=merge", "--dry-run=server", "-p", patch)).Succeeded();

    [Fact(Skip = ApiServerBinaries.SkipReason, SkipUnless = nameof(ApiServerBinaries.Found), SkipType = typeof(ApiServerBinaries))]
    public async Task As_many_sources_as_the_limit_are_accepted_and_one_more_is_refused()
    {
        (await ApplyWithSourcesAsync(SpecLimits.MaxSources)).Succeeded();

        var answer = await ApplyWithSourcesAsync(SpecLimits.MaxSources + 1);

        Assert.True(answer.ExitCode != 0, answer.Output);
        Assert.Contains($"{SpecLimits.MaxSources}", answer.Output, StringComparison.Ordinal);
    }

    [Fact(Skip = ApiServerBinaries.SkipReason, SkipUnless = nameof(ApiServerBinaries.Found), SkipType = typeof(ApiServerBinaries))]
    public async Task A_status_with_every_field_is_stored_whole_and_shown_in_the_columns()
    {
        (await server.KubectlAsync("apply", "-f", Path.Combine(TestManifests.Accepted, Minimal + ".yaml"))).Succeeded();
        var status = JsonSerializer.SerializeToNode(Statuses.Full, OperatorJson.Default.TrafficMirrorSessionStatus)!;

        (await server.KubectlAsync("patch", "tms", Minimal, "--subresource=status", "--type=merge", "-p", Patch("status", status)))
            .Succeeded();

        var stored = JsonNode.Parse((await server.KubectlAsync("get", "tms", Minimal, "-o", "json")).Succeeded())!["status"];
        Assert.True(JsonNode.DeepEquals(status, stored), $"written {status}\nstored {stored}");
        var lines = (await server.KubectlAsync("get", "tms", Minimal, "-o", "wide")).Succeeded().Split('\n');
        Assert.Equal(
            "NAME READY REASON SESSION STATE DESIRED ACTUAL PENDING AGE REGION COVERAGE LAST-SYNC POLICY MESSAGE", Squeezed(lines[0]));
        Assert.StartsWith(
            "minimal False AddingSources tms-bp1z7v0atwwgnr6comkc Modifying 12 10 +3 -1 ", Squeezed(lines[1]), StringComparison.Ordinal);
        Assert.Contains(" cn-hangzhou 75 ", Squeezed(lines[1]), StringComparison.Ordinal);
    }

    [Fact(Skip = ApiServerBinaries.SkipReason, SkipUnless = nameof(ApiServerBinaries.Found), SkipType = typeof(ApiServerBinaries))]
    public async Task A_filter_status_with_every_field_is_stored_whole_and_shown_in_the_columns()
    {
        const string name = "filter-minimal";
        (await server.KubectlAsync("apply", "-f", Path.Combine(TestManifests.Accepted, name + ".yaml"))).Succeeded();
        var status = JsonSerializer.SerializeToNode(Statuses.FullFilter, OperatorJson.Default.TrafficMirrorFilterStatus)!;

        (await server.KubectlAsync("patch", "tmf", name, "--subresource=status", "--type=merge", "-p", Patch("status", status)))
            .Succeeded();

        var stored = JsonNode.Parse((await server.KubectlAsync("get", "tmf", name, "-o", "json")).Succeeded())!["status"];
        Assert.True(JsonNode.DeepEquals(status, stored), $"written {status}\nstored {stored}");
        var lines = (await server.KubectlAsync("get", "tmf", name)).Succeeded().Split('\n');
        Assert.Equal("NAME READY REASON FILTER STATE RULES PENDING AGE", Squeezed(lines[0]));
        Assert.StartsWith($"{name} False AddingSources tmf-f Modifying 3 +1 ~2 -1 ", Squeezed(lines[1]), StringComparison.Ordinal);
    }

    private Task<CommandResult> ApplyWithSourcesAsync(int count)
    {
        var manifest = new JsonObject
        {
            ["apiVersion"] = TrafficMirrorSession.GroupVersion,
            ["kind"] = TrafficMirrorSession.KindName,
            ["metadata"] = new JsonObject { ["name"] = "large" },
            ["spec"] = new JsonObject
            {
                ["regionId"] = "cn-hangzhou",
                ["trafficMirrorSessionId"] = "tms-large",
                ["sourceIds"] = new JsonArray([.. Enumerable.Range(0, count).Select(n => JsonValue.Create($"eni-{n:D60}"))]),
            },
        };
        // Server-side: a client-side apply would keep a copy of the whole list in an annotation.
        return server.FeedKubectlAsync(manifest.ToJsonString(), "apply", "--server-side", "-f", "-");
    }

    private static string Patch(string field, JsonNode value) => new JsonObject { [field] = value.DeepClone() }.ToJsonString();

    private static string Squeezed(string line) => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
