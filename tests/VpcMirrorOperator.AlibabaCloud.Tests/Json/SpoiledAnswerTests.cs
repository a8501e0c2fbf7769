using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.AlibabaCloud.Json;
using VpcMirrorOperator.AlibabaCloud.Rpc;
using VpcMirrorOperator.AlibabaCloud.Transport;
using VpcMirrorOperator.AlibabaCloud.Vpc;
using VpcMirrorOperator.TestSupport.Fuzzing;
using VpcMirrorOperator.TestSupport.Vectors;
using EcsApi = VpcMirrorOperator.AlibabaCloud.Ecs;

namespace VpcMirrorOperator.AlibabaCloud.Tests.Json;

/// <summary>Recorded answers, spoiled: they are read, or refused as unreadable; nothing else, and no list holds a null.</summary>
public class SpoiledAnswerTests
{
    private const string Region = "cn-hangzhou";

    [Fact]
    public void Of_a_page_of_interfaces() => Spoil(
        new EcsApi.DescribeNetworkInterfacesRequest { RegionId = Region },
        page =>
        {
            foreach (var one in Each(page.NetworkInterfaceSets))
            {
                Each(one.SecurityGroupIds);
                Each(one.Tags);
                Each(one.Ipv6Sets);
                Each(one.Ipv4PrefixSets);
                Each(one.Ipv6PrefixSets);
                Each(one.PrivateIpSets);
            }
        },
        "20-acs3-ecs-describe-enis-by-tag-status-page", "21-acs3-ecs-describe-primary-eni-of-instance-sts");

    [Fact]
    public void Of_a_page_of_filters() => Spoil(
        new ListTrafficMirrorFiltersRequest { RegionId = Region },
        page =>
        {
            foreach (var filter in Each(page.TrafficMirrorFilters))
            {
                Each(filter.IngressRules);
                Each(filter.EgressRules);
                Each(filter.Tags);
            }
        },
        "31-acs3-list-filters");

    [Fact]
    public void Of_tags()
    {
        Spoil(
            new EcsApi.ListTagResourcesRequest { RegionId = Region, ResourceType = "eni" }, page => Each(page.TagResources),
            "23-acs3-ecs-list-tag-resources-eni");
        Spoil(
            new ListTagResourcesRequest { RegionId = Region, ResourceType = "TRAFFICMIRRORSESSION" }, page => Each(page.TagResources),
            "36-acs3-vpc-list-tag-resources");
    }

    [Fact]
    public void Of_writes_that_give_ids()
    {
        Spoil(new CreateTrafficMirrorFilterRequest { RegionId = Region }, _ => { }, "27-acs3-create-filter");
        Spoil(
            new CreateTrafficMirrorFilterRulesRequest { RegionId = Region, TrafficMirrorFilterId = "tmf-1" },
            made =>
            {
                Each(made.IngressRules);
                Each(made.EgressRules);
            },
            "28-acs3-create-filter-rules");
        Spoil(new OpenTrafficMirrorServiceRequest { RegionId = Region }, _ => { }, "38-acs3-open-service");
    }

    private static ReplyList<T> Each<T>(ReplyList<T>? list) where T : class
    {
        Assert.DoesNotContain(null, list ?? new([]));
        return list ?? new([]);
    }

    private static void Spoil<TResponse>(IRpcRequest<TResponse> request, Action<TResponse> walk, params string[] vectors)
        where TResponse : IRpcResponse
    {
        var (read, refused) = (0, 0);
        Fuzz.Run(3_000, [.. vectors.Select(name => Vector.Load(name).ReplyBody)], body =>
        {
            try
            {
                walk(RpcReply.Read(new HttpReply(200, null, body), request, RequestSecrets.None));
                read++;
            }
            catch (CloudException e) when (e.Code == ClientErrorCodes.UnreadableReply)
            {
                refused++;
            }
        });
        // Neither all read nor all refused: the mutations reach both sides.
        Assert.InRange(read, 1, int.MaxValue);
        Assert.InRange(refused, 1, int.MaxValue);
    }
}
