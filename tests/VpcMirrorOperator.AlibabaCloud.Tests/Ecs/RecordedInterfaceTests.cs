using VpcMirrorOperator.AlibabaCloud.Ecs;
using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.AlibabaCloud.Tests.Doubles;
using VpcMirrorOperator.TestSupport.Vectors;

namespace VpcMirrorOperator.AlibabaCloud.Tests.Ecs;

/// <summary>The calls of ECS that were recorded from the official SDK.</summary>
public class RecordedInterfaceTests
{
    [Fact]
    public async Task Interfaces_by_tags_are_asked_for_as_the_sdk_does_and_read_with_every_field()
    {
        var vector = Vector.Load("20-acs3-ecs-describe-enis-by-tag-status-page");
        var (seen, page) = await RecordedExchange.SendAsync(vector, new DescribeNetworkInterfacesRequest
        {
            RegionId = "cn-hangzhou",
            VpcId = "vpc-bp1demo0001",
            Status = "InUse",
            ServiceManaged = false,
            Tag = [new() { Key = "mirror", Value = "yes" }, new() { Key = "team a", Value = "x*y" }],
            MaxResults = 500,
            NextToken = "AAAAAdDWBF2+/==",
        });

        RecordedExchange.AssertSame(vector, seen);
        Assert.Equal(("AAAAAdDWBF2+/==", 0, 1, 10), (page.NextToken, page.TotalCount, page.PageNumber, page.PageSize));
        var interfaces = page.NetworkInterfaceSets!;
        Assert.True(interfaces.IsWhole);
        Assert.Equal(["Primary", "Secondary", "Trunk", "Member"], interfaces.Select(i => i.Type));
        Assert.Equal("eni-bp1trunk0001", interfaces[3].Attachment!.TrunkNetworkInterfaceId);
        AssertEveryField(interfaces[0]);
    }

    [Fact]
    public async Task The_primary_interface_of_an_instance_is_asked_for_with_temporary_keys()
    {
        var vector = Vector.Load("21-acs3-ecs-describe-primary-eni-of-instance-sts");
        var (seen, page) = await RecordedExchange.SendAsync(vector, new DescribeNetworkInterfacesRequest
        {
            RegionId = "cn-hangzhou", InstanceId = "i-bp1demo0001", Type = "Primary", MaxResults = 10,
        });

        RecordedExchange.AssertSame(vector, seen);
        Assert.Equal("eni-bp1pri0001", Assert.Single(page.NetworkInterfaceSets!).NetworkInterfaceId);
    }

    [Fact]
    public async Task Tags_of_interfaces_are_listed()
    {
        var vector = Vector.Load("23-acs3-ecs-list-tag-resources-eni");
        var (seen, page) = await RecordedExchange.SendAsync(vector, new ListTagResourcesRequest
        {
            RegionId = "cn-hangzhou",
            ResourceType = "eni",
            Tag = [new() { Key = "mirror", Value = "yes" }],
            NextToken = "caeba0bbb2be03f84eb48b699f0a4883",
        });

        RecordedExchange.AssertSame(vector, seen);
        Assert.Equal(
            new() { ResourceId = "eni-bp1sec0001", ResourceType = "eni", TagKey = "mirror", TagValue = "yes" },
            Assert.Single(page.TagResources!));
    }

    [Fact]
    public async Task An_unknown_instance_is_a_404_with_its_code()
    {
        var vector = Vector.Load("24-error-404-ecs-instance");
        SeenRequest? seen = null;
        var error = await Assert.ThrowsAsync<CloudException>(() => RecordedExchange.SendAsync(
            vector, new DescribeNetworkInterfacesRequest { RegionId = "cn-hangzhou", InstanceId = "i-gone" }, r => seen = r));

        RecordedExchange.AssertSame(vector, seen!);
        Assert.Equal(
            (404, "InvalidEcsId.NotFound", "473469C7-AA6F-4DC5-B3DB-A3DC0DE3C804", false),
            (error.HttpStatus, error.Code, error.RequestId, error.OutcomeUnknown));
    }

    private static void AssertEveryField(ListedNetworkInterface i)
    {
        Assert.Equal(
            ("eni-bp1pri0001", "n", "", "InUse", "i-bp1demo0001", "vpc-bp1demo0001", "vsw-bp1demo0001", "cn-hangzhou-i"),
            (i.NetworkInterfaceId, i.NetworkInterfaceName, i.Description, i.Status, i.InstanceId, i.VpcId, i.VSwitchId, i.ZoneId));
        Assert.Equal(
            ("00:16:3e:0d:7b:c2", "192.168.51.99", "rg-bp1demo0001", "1234567890123456", false, "0", "Standard"),
            (i.MacAddress, i.PrivateIpAddress, i.ResourceGroupId, i.OwnerId, i.ServiceManaged, i.ServiceId, i.NetworkInterfaceTrafficMode));
        Assert.Equal(
            (1, 0, true, false, "2026-11-25T08:00:00Z"),
            (i.QueueNumber, i.QueuePairNumber, i.DeleteOnRelease, i.SourceDestCheck, i.CreationTime));
        Assert.Equal(new() { PrivateIpAddress = "192.168.51.99", Primary = true }, Assert.Single(i.PrivateIpSets!));
        Assert.Equal([0, 0, 0], [i.Ipv6Sets!.Count, i.Ipv4PrefixSets!.Count, i.Ipv6PrefixSets!.Count]);
        Assert.Equal("sg-bp1demo0001", Assert.Single(i.SecurityGroupIds!));
        Assert.Equal(
            [new() { TagKey = "creator", TagValue = "terway" }, new() { TagKey = "ack.aliyun.com", TagValue = "c0000demo" }], i.Tags!);
        Assert.Equal(
            new() { InstanceId = "i-bp1demo0001", DeviceIndex = 1, NetworkCardIndex = 0, TrunkNetworkInterfaceId = "" }, i.Attachment);
        Assert.Equal(new PublicIp(), i.AssociatedPublicIp);
    }
}
