using VpcMirrorOperator.AlibabaCloud.Ecs;
using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.AlibabaCloud.Rpc;
using VpcMirrorOperator.AlibabaCloud.Tests.Doubles;
using VpcMirrorOperator.TestSupport.Cloud;

namespace VpcMirrorOperator.AlibabaCloud.Tests.Ecs;

/// <summary>Answers of ECS that are not quite as documented.</summary>
public class InterfaceReplyTests
{
    [Theory]
    [InlineData("{}")]
    [InlineData("""{"NetworkInterfaceSets":null}""")]
    [InlineData("""{"NetworkInterfaceSets":[]}""")]
    [InlineData("""{"NetworkInterfaceSets":{}}""")]
    [InlineData("""{"NetworkInterfaceSets":{"NetworkInterfaceSet":{}}}""")]
    [InlineData("""{"NetworkInterfaceSets":{"NetworkInterfaceSet":[],"NetworkInterfaceSet":[{"NetworkInterfaceId":"eni-1"}]}}""")]
    public async Task No_list_is_not_an_empty_list(string body) => Assert.Null((await DescribeAsync(body)).NetworkInterfaceSets);

    [Fact]
    public async Task An_empty_list_is_whole() =>
        Assert.True((await DescribeAsync("""{"NetworkInterfaceSets":{"Other":[7],"NetworkInterfaceSet":[]}}""")).NetworkInterfaceSets
            is { Count: 0, IsWhole: true });

    [Fact]
    public async Task Two_wraps_of_one_name_are_no_answer()
    {
        var error = await Assert.ThrowsAsync<CloudException>(() => DescribeAsync(
            """{"NetworkInterfaceSets":{"NetworkInterfaceSet":[]},"NetworkInterfaceSets":{"NetworkInterfaceSet":[]}}"""));
        Assert.Equal(ClientErrorCodes.UnreadableReply, error.Code);
    }

    [Fact]
    public async Task A_field_of_a_wrong_type_is_absent_and_the_rest_is_read()
    {
        var i = await OneAsync(
            """
            "NetworkInterfaceId":"eni-1","Attachment":"no","AssociatedPublicIp":[1],"Tags":{"Tag":[{"TagKey":"k","TagValue":7},3]},
            "SecurityGroupIds":["sg-1"],"PrivateIpSets":{"PrivateIpSet":[{"Primary":"True","AssociatedPublicIp":5}]},"QueueNumber":{"a":1},
            "ServiceID":99999999999999,"ServiceManaged":"true","Ipv4PrefixSets":{"Ipv4PrefixSet":[{"Ipv4Prefix":"10.0.0.0/28"}]},
            "Ipv6PrefixSets":{"Ipv6PrefixSet":[{"Ipv6Prefix":"2001:db8::/80"}]},
            "Ipv6Sets":{"Ipv6Set":[{"Ipv6Address":"::1","Primary":false}]}
            """);
        Assert.Equal(("eni-1", null, null, null), (i.NetworkInterfaceId, i.Attachment, i.AssociatedPublicIp, i.SecurityGroupIds));
        Assert.Equal((1, 1, "k", "7"), (i.Tags!.Count, i.Tags.Unreadable, i.Tags[0].TagKey, i.Tags[0].TagValue));
        Assert.Equal(new() { Primary = true }, Assert.Single(i.PrivateIpSets!));
        Assert.Equal((null, "99999999999999", true), (i.QueueNumber, i.ServiceId, i.ServiceManaged));
        Assert.Equal(
            ("10.0.0.0/28", "2001:db8::/80", "::1"), (i.Ipv4PrefixSets![0].Value, i.Ipv6PrefixSets![0].Value, i.Ipv6Sets![0].Ipv6Address));
    }

    [Fact]
    public async Task Tags_are_compared_so_they_stay_as_they_are_and_all_else_is_cleaned()
    {
        const string opaque = "6a1f2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d5e6f70";
        var i = await OneAsync(
            $$$"""
            "NetworkInterfaceName":"{{{opaque}}}","Description":"a\u202Eb",
            "Tags":{"Tag":[{"TagKey":"commit","TagValue":"{{{opaque}}}"},
            {"TagKey":"odd","TagValue":"a\u0007b\n"},{"TagKey":"e","TagValue":""}]}
            """);
        Assert.Equal(("***", "a b"), (i.NetworkInterfaceName, i.Description));
        Assert.Equal([opaque, "a b", ""], i.Tags!.Select(tag => tag.TagValue));
    }

    private static async Task<ListedNetworkInterface> OneAsync(string fields) => Assert.Single((await DescribeAsync(
        $$$"""{"RequestId":"R","NetworkInterfaceSets":{"NetworkInterfaceSet":[{{{{fields}}}}]}}""")).NetworkInterfaceSets!);

    private static Task<DescribeNetworkInterfacesResponse> DescribeAsync(string body)
    {
        IRpcRequest<DescribeNetworkInterfacesResponse> request = new DescribeNetworkInterfacesRequest { RegionId = "cn-hangzhou" };
        return TestClient.Create(new ScriptedHandler(_ => ScriptedHandler.Reply(200, body)))
            .SendAsync(request, TestContext.Current.CancellationToken);
    }
}
