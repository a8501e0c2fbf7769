namespace VpcMirrorOperator.Emulator.Tests.Interfaces;

public class DescribeInterfacesTests
{
    private const string Zoo =
        """
        [
          { id: eni-a, type: Primary, instanceId: i-1, vpcId: vpc-1, vSwitchId: vsw-1, securityGroupIds: [sg-1], privateIps: [10.0.0.1] },
          { id: eni-b, name: second, instanceId: i-1, vpcId: vpc-1, vSwitchId: vsw-1, securityGroupIds: [sg-1, sg-2],
            privateIps: [10.0.0.2, 10.0.0.3], ipv6Addresses: ["fd00::2"], tags: { mirror: "yes", team: ids }, resourceGroupId: rg-1 },
          { id: eni-c, type: Trunk, instanceId: i-2, vpcId: vpc-1, vSwitchId: vsw-2, tags: { mirror: "no" } },
          { id: eni-d, type: Member, instanceId: i-2, trunkId: eni-c, deviceIndex: 101, vpcId: vpc-1, vSwitchId: vsw-2 },
          { id: eni-e, vpcId: vpc-2, vSwitchId: vsw-3, resourceGroupId: rg-2 },
          { id: eni-f, instanceId: i-3, vpcId: vpc-2, vSwitchId: vsw-3, serviceManaged: true }
        ]
        """;

    private readonly EniStage _stage = new(Zoo);

    [Theory]
    [InlineData("Type", "Primary", "eni-a")]
    [InlineData("Type", "Trunk", "eni-c")]
    [InlineData("Type", "Member", "eni-d")]
    [InlineData("Status", "Available", "eni-e")]
    [InlineData("VpcId", "vpc-2", "eni-e eni-f")]
    [InlineData("VpcId", "vpc-none", "")]
    [InlineData("VSwitchId", "vsw-2", "eni-c eni-d")]
    [InlineData("NetworkInterfaceName", "second", "eni-b")]
    [InlineData("ServiceManaged", "true", "eni-f")]
    [InlineData("ServiceManaged", "False", "eni-a eni-b eni-c eni-d eni-e")]
    [InlineData("PrimaryIpAddress", "10.0.0.2", "eni-b")]
    [InlineData("PrimaryIpAddress", "10.0.0.3", "")]
    [InlineData("PrivateIpAddress.1", "10.0.0.3", "eni-b")]
    [InlineData("PrivateIpAddress.1", "10.0.0.2", "")]
    [InlineData("Ipv6Address.1", "fd00::2", "eni-b")]
    [InlineData("SecurityGroupId", "sg-1", "eni-b")]
    [InlineData("InstanceId", "i-1", "eni-a eni-b")]
    [InlineData("InstanceId", "i-2", "eni-c")]
    [InlineData("Tag.1.Key", "mirror", "eni-b eni-c")]
    [InlineData("ResourceGroupId", "rg-1", "eni-a eni-b eni-c eni-d eni-f")]
    [InlineData("NetworkInterfaceId.1", "eni-d", "eni-d")]
    [InlineData("NetworkInterfaceId.1", "eni-none", "")]
    public void One_filter(string name, string value, string ids) => Assert.Equal(ids, string.Join(' ', _stage.Ids((name, value))));

    [Fact]
    public void All_filters_must_hold()
    {
        Assert.Equal(["eni-b"], _stage.Ids(("Tag.1.Key", "mirror"), ("Tag.1.Value", "yes"), ("Tag.2.Key", "team"), ("VpcId", "vpc-1")));
        Assert.Empty(_stage.Ids(("Tag.1.Key", "mirror"), ("Tag.1.Value", "yes"), ("Type", "Trunk")));
    }

    [Theory]
    [InlineData("InstanceId", "i-gone", 404, "InvalidEcsId.NotFound")]
    [InlineData("InstanceId", "node 1", 400, "InvalidInstanceID.Malformed")]
    [InlineData("VSwitchId", "vsw-none", 404, "InvalidVSwitchId.NotFound")]
    [InlineData("Type", "Tertiary", 400, "InvalidParameter")]
    [InlineData("Status", "Linked", 400, "InvalidParameter")]
    [InlineData("Status", "Creating", 400, "InvalidParameter")]
    [InlineData("ServiceManaged", "maybe", 400, "InvalidParameter")]
    [InlineData("MaxResults", "many", 400, "InvalidParameter")]
    [InlineData("PageSize", "1001", 400, "InvalidParameter")]
    [InlineData("PageNumber", "0", 400, "InvalidParameter")]
    [InlineData("NextToken", "made-up", 400, "InvalidParameter")]
    [InlineData("Tag.1.Value", "yes", 400, "InvalidParameter.TagValue")]
    [InlineData("Tag.21.Key", "x", 400, "InvalidParameter")]
    [InlineData("RegionId", "nowhere", 400, "InvalidRegionId.MalFormed")]
    [InlineData("RegionId", "cn-beijing", 404, "InvalidRegionId.NotFound")]
    public void A_bad_parameter_has_its_code(string name, string value, int status, string code)
    {
        var answer = name == "RegionId"
            ? _stage.Send("DescribeNetworkInterfaces", EniStage.EcsVersion, (name, value))
            : _stage.Describe((name, value));
        Assert.Equal((status, code), (answer.Status, answer.Code));
        Assert.Contains("product=Ecs", answer.Body["Recommend"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_region_or_with_the_version_of_another_product_there_is_no_answer()
    {
        Assert.Equal("MissingParameter", _stage.Send("DescribeNetworkInterfaces", EniStage.EcsVersion).Code);
        Assert.Equal("InvalidApi.NotFound", _stage.Send("DescribeNetworkInterfaces", "2016-04-28", ("RegionId", EniStage.Region)).Code);
        Assert.Equal("InvalidApi.NotFound", _stage.Ecs("ListTrafficMirrorSessions").Code);
    }

    [Fact]
    public void More_than_100_ids_are_refused()
    {
        (string, string)[] ids = [.. Enumerable.Range(1, 101).Select(n => ($"NetworkInterfaceId.{n}", $"eni-{n}"))];
        Assert.Equal("InvalidParameter", _stage.Describe(ids).Code);
        Assert.Equal("OK", _stage.Describe(ids[..100]).Code);
    }

    [Fact]
    public void An_unknown_id_can_be_refused_by_setting()
    {
        _stage.Emulator.Settings = _stage.Emulator.Settings with { UnknownInterfaceRefused = true };
        var answer = _stage.Describe(("NetworkInterfaceId.1", "eni-a"), ("NetworkInterfaceId.2", "eni-none"));
        Assert.Equal((404, "InvalidEniId.NotFound"), (answer.Status, answer.Code));
    }

    [Fact]
    public void Fields_have_the_documented_names_and_lists_are_wrapped()
    {
        var one = _stage.One("eni-b");
        Assert.Equal("InUse", one["Status"]!.GetValue<string>());
        Assert.Equal("i-1", one["Attachment"]!["InstanceId"]!.GetValue<string>());
        Assert.Equal(["10.0.0.2 True", "10.0.0.3 False"], one["PrivateIpSets"]!["PrivateIpSet"]!.AsArray()
            .Select(ip => $"{ip!["PrivateIpAddress"]} {ip["Primary"]!.GetValue<bool>()}"));
        Assert.Equal("mirror", one["Tags"]!["Tag"]![0]!["TagKey"]!.GetValue<string>());
        Assert.Equal("sg-1", one["SecurityGroupIds"]!["SecurityGroupId"]![0]!.GetValue<string>());
        Assert.Equal("fd00::2", one["Ipv6Sets"]!["Ipv6Set"]![0]!["Ipv6Address"]!.GetValue<string>());
        Assert.Equal("cn-hongkong-a", one["ZoneId"]!.GetValue<string>());
        var member = _stage.One("eni-d")["Attachment"]!;
        Assert.Equal(("eni-c", 101), (member["TrunkNetworkInterfaceId"]!.GetValue<string>(), member["DeviceIndex"]!.GetValue<int>()));
        Assert.Null(_stage.One("eni-f")["InstanceId"]);
    }

    [Fact]
    public void Made_up_addresses_stay_the_same()
    {
        var (first, again) = (_stage.One("eni-e"), new EniStage(Zoo, randomSeed: 7).One("eni-e"));
        Assert.StartsWith("10.", first["PrivateIpAddress"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(first["PrivateIpAddress"]!.GetValue<string>(), again["PrivateIpAddress"]!.GetValue<string>());
        Assert.Equal(first["MacAddress"]!.GetValue<string>(), again["MacAddress"]!.GetValue<string>());
    }
}
