using VpcMirrorOperator.TestSupport.Fuzzing;

namespace VpcMirrorOperator.Emulator.Tests.Actions;

/// <summary>Any call with any parameters is answered as the service would: with success, or with a 4xx that has a code.</summary>
public class FuzzedRequestTests
{
    private static readonly string[] Operations = [
        "AddSourcesToTrafficMirrorSession", "RemoveSourcesFromTrafficMirrorSession", "CreateTrafficMirrorSession",
        "UpdateTrafficMirrorSessionAttribute", "DeleteTrafficMirrorSession", "ListTrafficMirrorSessions", "CreateTrafficMirrorFilter",
        "UpdateTrafficMirrorFilterAttribute", "DeleteTrafficMirrorFilter", "ListTrafficMirrorFilters", "CreateTrafficMirrorFilterRules",
        "UpdateTrafficMirrorFilterRuleAttribute", "DeleteTrafficMirrorFilterRules", "TagResources", "UnTagResources", "ListTagResources",
        "MoveResourceGroup", "GetTrafficMirrorServiceStatus", "OpenTrafficMirrorService", "DescribeVpcs"];

    private static readonly string[] Names = [
        "RegionId", "TrafficMirrorSessionId", "TrafficMirrorSessionIds.1", "TrafficMirrorSourceIds.1", "TrafficMirrorSourceIds.2",
        "TrafficMirrorFilterId", "TrafficMirrorFilterIds.1", "TrafficMirrorFilterRuleId", "TrafficMirrorFilterRuleIds.1",
        "TrafficMirrorTargetId",
        "TrafficMirrorTargetType", "Priority", "VirtualNetworkId", "PacketLength", "Enabled", "DryRun", "ClientToken", "MaxResults",
        "NextToken", "TrafficMirrorSessionName", "TrafficMirrorFilterName", "ResourceGroupId", "Tag.1.Key", "Tag.1.Value", "Tag.21.Key",
        "Tags.1.Key", "Tags.1.Value", "ResourceType", "ResourceId", "ResourceId.1", "TagKey.1", "All", "NewResourceGroupId",
        "IngressRules.1.Action", "IngressRules.1.Protocol", "IngressRules.1.Priority", "IngressRules.1.SourceCidrBlock",
        "IngressRules.1.SourcePortRange", "IngressRules.1.IpVersion", "EgressRules.3.Action", "EgressRules.3.Priority",
        "EgressRules.3.Protocol", "RuleAction", "Protocol", "SourceCidrBlock", "DestinationPortRange", "Tag..Key", "Tag.-1.Key",
        "IngressRules.99999999999.Action", "TrafficMirrorSourceIds.", "x", ""];

    private static readonly string[] Values = [
        "", " ", "cn-hongkong", "cn-shenzhen", "tms-a", "tms-b", "tmf-a", "tmr-a", "tmr-b", "eni-1", "eni-2", "eni-3", "lb-1",
        "NetworkInterface",
        "SLB", "0", "1", "2", "10", "-1", "100", "32766", "99999999999999999999", "true", "False", "accept", "drop", "ALL", "TCP", "ICMP",
        "0.0.0.0/0", "10.0.0.0/8", "::/0", "1/2", "-1/-1", "80", "IPv6", "TRAFFICMIRRORSESSION", "TrafficMirrorFilter", "rg-a", "http://a",
        "\0", "é😀", "%", "a\nb", "../..", "<x>&", "{}", "1e3", "٣"];

    [Fact]
    public void No_request_brings_it_down()
    {
        var (runs, seed) = (Fuzz.Number("FUZZ_RUNS", 20_000), Fuzz.Number("FUZZ_SEED", 1));
        var random = new Random(seed);
        var stage = NewStage();
        for (var run = 0; run < runs; run++)
        {
            if (run % 500 == 499) stage = NewStage();
            var action = random.GetItems(Operations, 1)[0];
            var parameters = Parameters(random);
            var failure = Record.Exception(() => Check(stage.Call(action, parameters)));
            Assert.True(failure is null, $"FUZZ_SEED={seed}, run {run}: {action} {string.Join("&", parameters)}: {failure}");
            stage.Pass(random.NextDouble() * 2);
        }

        Assert.Equal(stage.Emulator.Export(settle: false).ToYaml(), EmulatorSeed.Parse(
            stage.Emulator.Export(settle: false).ToYaml(), "export").ToYaml());
    }

    private static void Check(Answer answer)
    {
        Assert.True(answer.Status is 200 or (>= 400 and < 500), $"status {answer.Status}");
        Assert.NotEmpty(answer.RequestId);
        if (answer.Status != 200) Assert.Matches("^[A-Za-z][A-Za-z0-9._-]*$", answer.Code);
    }

    private static Stage NewStage() => new(settings: "maxSourcesPerSession: 4, staleAfterWrite: 1s");

    /// <summary>Half of the calls have what most calls need, so that not all end at the first check.</summary>
    private static (string Name, string Value)[] Parameters(Random random)
    {
        List<(string Name, string Value)> parameters = random.Next(2) == 0 ? [] : [
            ("RegionId", "cn-hongkong"), ("TrafficMirrorSessionId", "tms-a"), ("TrafficMirrorFilterId", "tmf-a"), ("Priority", "7"),
            ("TrafficMirrorFilterRuleId", "tmr-a"), ("TrafficMirrorSourceIds.1", "eni-3"), ("TrafficMirrorTargetId", "eni-9"),
            ("TrafficMirrorTargetType", "NetworkInterface"), ("ResourceType", "TRAFFICMIRRORSESSION"), ("ResourceId.1", "tms-b")];
        for (var count = random.Next(6); count > 0; count--)
        {
            var name = random.GetItems(Names, 1)[0];
            parameters.RemoveAll(parameter => parameter.Name == name);
            parameters.Add((name, random.GetItems(Values, 1)[0]));
        }

        return [.. parameters];
    }
}
