using VpcMirrorOperator.TestSupport.Fuzzing;

namespace VpcMirrorOperator.Emulator.Tests.Interfaces;

/// <summary>Signed calls of ECS with random parameters: an answer, or a refusal with a code; never an exception or a 5xx.</summary>
public class SpoiledCallTests
{
    private static readonly string[] Actions = ["DescribeNetworkInterfaces", "ListTagResources", "TagResources", "UntagResources"];

    private static readonly string[] Names = [
        "RegionId", "InstanceId", "NetworkInterfaceId.1", "NetworkInterfaceId.x", "NetworkInterfaceId.101", "Type", "Status", "Tag.1.Key",
        "Tag.1.Value", "Tag.21.Key", "Tag.0.Key", "VpcId", "VSwitchId", "SecurityGroupId", "PrivateIpAddress.1", "Ipv6Address.1",
        "PrimaryIpAddress", "ResourceGroupId", "ServiceManaged", "NextToken", "MaxResults", "PageNumber", "PageSize", "ResourceId.1",
        "ResourceId.99999999999", "ResourceType", "TagKey.1", "All", "OwnerId"];

    private static readonly string[] Values = [
        "", "cn-hongkong", "eni-a", "eni-b", "i-1", "Primary", "InUse", "true", "maybe", "0", "-1", "10", "2147483647", "2147483648",
        "99999999999999999999", "eni", "acs:rm:rgId", "aliyun", "a", "b", "%00", "\u0000", "\ud83d\ude00", "Zm9v", "====", " ", "10.0.0.1",
        "::", "*"];

    [Fact]
    public void Are_answered_or_refused()
    {
        var seed = Fuzz.Number("FUZZ_SEED", 1);
        var random = new Random(seed);
        var stage = new EniStage("[{ id: eni-a, instanceId: i-1, tags: { a: b } }, { id: eni-b }]");
        for (var run = 0; run < Fuzz.Number("FUZZ_RUNS", 20_000); run++)
        {
            var query = Names.Where(_ => random.Next(6) == 0).Select(name => (name, Values[random.Next(Values.Length)])).ToList();
            if (!query.Exists(pair => pair.name == "RegionId") && random.Next(4) > 0) query.Add(("RegionId", EniStage.Region));
            if (random.Next(2) == 0 && !query.Exists(pair => pair.name == "ResourceType")) query.Add(("ResourceType", "eni"));
            var answer = stage.Send(Actions[random.Next(Actions.Length)], EniStage.EcsVersion, [.. query]);
            Assert.True(answer.Status is 200 or 400 or 404, $"FUZZ_SEED={seed}, run {run}: {answer.Status} for {string.Join(' ', query)}");
        }
    }
}
