using VpcMirrorOperator.AlibabaCloud.Rpc;
using VpcMirrorOperator.AlibabaCloud.Tests.Doubles;
using VpcMirrorOperator.AlibabaCloud.Vpc;
using VpcMirrorOperator.TestSupport.Vectors;

namespace VpcMirrorOperator.AlibabaCloud.Tests.Vpc;

/// <summary>Every operation that was recorded from the official SDK is sent byte for byte as there, and its reply is read.</summary>
public class RecordedOperationTests
{
    private const string Region = "cn-hangzhou";
    private const string Session = "tms-bp1demo0001";
    private const string Filter = "tmf-bp1demo0001";

    [Fact]
    public async Task Create_session()
    {
        var created = await SendAsync("04-acs3-create-session-ak", new CreateTrafficMirrorSessionRequest
        {
            RegionId = "cn-hongkong",
            TrafficMirrorFilterId = "tmf-j6cmls82xnc86vtpe0001",
            TrafficMirrorTargetId = "eni-j6c8znm5l1yt4sox9999",
            TrafficMirrorTargetType = "NetworkInterface",
            Priority = 1,
            TrafficMirrorSourceIds = ["eni-j6c8znm5l1yt4sox0001"],
            VirtualNetworkId = 10,
            PacketLength = 1500,
            Enabled = true,
            TrafficMirrorSessionName = "test",
            TrafficMirrorSessionDescription = "This is a session.",
            Tag = [new() { Key = "k1", Value = "" }],
            ClientToken = "tok-4",
            DryRun = false,
        });
        Assert.Equal(("tms-j6ce5di4w7nvigfjz0001", "rg-1"), (created.TrafficMirrorSessionId, created.ResourceGroupId));
    }

    [Fact]
    public async Task Delete_session() => await SendAsync(
        "26-acs3-delete-session",
        new DeleteTrafficMirrorSessionRequest { RegionId = Region, TrafficMirrorSessionId = Session, ClientToken = "tok-26" });

    [Fact]
    public async Task Create_filter()
    {
        var created = await SendAsync("27-acs3-create-filter", new CreateTrafficMirrorFilterRequest
        {
            RegionId = Region,
            TrafficMirrorFilterName = "f",
            TrafficMirrorFilterDescription = "d",
            IngressRules = [Everything("accept", 1)],
            EgressRules =
            [
                new()
                {
                    Action = "drop", Protocol = "TCP", Priority = 1, IpVersion = "IPv4", SourceCidrBlock = "10.0.0.0/8",
                    DestinationCidrBlock = "10.0.0.0/8", SourcePortRange = "-1/-1", DestinationPortRange = "443/443",
                },
                Everything("accept", 2),
            ],
            Tag = [new() { Key = "owner", Value = "vpc-mirror" }],
            ClientToken = "tok-27",
        });
        Assert.Equal((Filter, "rg-1"), (created.TrafficMirrorFilterId, created.ResourceGroupId));
    }

    [Fact]
    public async Task Create_filter_rules()
    {
        var created = await SendAsync("28-acs3-create-filter-rules", new CreateTrafficMirrorFilterRulesRequest
        {
            RegionId = Region,
            TrafficMirrorFilterId = Filter,
            IngressRules =
            [
                Everything("accept", 3) with { Protocol = "UDP", SourcePortRange = "1/65535", DestinationPortRange = "53/53" },
            ],
            ClientToken = "tok-28",
        });
        Assert.Equal("tmr-bp1demo0001", Assert.Single(created.IngressRules!).InstanceId);
        Assert.Empty(created.EgressRules!);
    }

    [Fact]
    public async Task Delete_filter_rules() => await SendAsync("30-acs3-delete-filter-rules", new DeleteTrafficMirrorFilterRulesRequest
    {
        RegionId = Region,
        TrafficMirrorFilterId = Filter,
        TrafficMirrorFilterRuleIds = ["tmr-bp1demo0001", "tmr-bp1demo0002"],
        ClientToken = "tok-30",
    });

    [Fact]
    public async Task List_filters()
    {
        var page = await SendAsync("31-acs3-list-filters", new ListTrafficMirrorFiltersRequest
        {
            RegionId = Region,
            TrafficMirrorFilterIds = [Filter],
            Tags = [new() { Key = "owner", Value = "vpc-mirror" }],
            MaxResults = 100,
        });
        Assert.Equal((1, 10, "1", ""), (page.Count, page.MaxResults, page.TotalCount, page.NextToken));
        var filter = Assert.Single(page.TrafficMirrorFilters!);
        Assert.Equal(
            (Filter, "f", "d", "Created", "rg-1", "2026-11-25T08:00Z"),
            (filter.TrafficMirrorFilterId, filter.TrafficMirrorFilterName, filter.TrafficMirrorFilterDescription,
                filter.TrafficMirrorFilterStatus, filter.ResourceGroupId, filter.CreationTime));
        Assert.Equal(new() { Key = "owner", Value = "vpc-mirror" }, Assert.Single(filter.Tags!));
        Assert.Equal(
            new()
            {
                TrafficMirrorFilterRuleId = "tmr-bp1demo0001", TrafficMirrorFilterId = Filter, TrafficMirrorFilterRuleStatus = "Created",
                TrafficDirection = "ingress", Action = "accept", Protocol = "ALL", Priority = 1, IpVersion = "IPv4",
                SourceCidrBlock = "0.0.0.0/0", DestinationCidrBlock = "0.0.0.0/0", SourcePortRange = "-1/-1",
                DestinationPortRange = "-1/-1",
            },
            Assert.Single(filter.IngressRules!));
        Assert.True(filter.EgressRules is { Count: 0, IsWhole: true });
    }

    [Fact]
    public async Task Update_filter() => await SendAsync("32-acs3-update-filter", new UpdateTrafficMirrorFilterAttributeRequest
    {
        RegionId = Region,
        TrafficMirrorFilterId = Filter,
        TrafficMirrorFilterName = "g",
        TrafficMirrorFilterDescription = "e",
        ClientToken = "tok-32",
    });

    [Fact]
    public async Task Delete_filter() => await SendAsync(
        "33-acs3-delete-filter",
        new DeleteTrafficMirrorFilterRequest { RegionId = Region, TrafficMirrorFilterId = Filter, ClientToken = "tok-33" });

    [Fact]
    public async Task Tag_session() => await SendAsync("34-acs3-vpc-tag-session", new TagResourcesRequest
    {
        RegionId = Region,
        ResourceType = "TRAFFICMIRRORSESSION",
        ResourceId = [Session],
        Tag = [new() { Key = "vpcmirror.io/owner", Value = "ns/name" }],
    });

    [Fact]
    public async Task List_tags()
    {
        var page = await SendAsync("36-acs3-vpc-list-tag-resources", new ListTagResourcesRequest
        {
            RegionId = Region,
            ResourceType = "TRAFFICMIRRORSESSION",
            Tag = [new() { Key = "vpcmirror.io/owner" }],
            MaxResults = 50,
        });
        Assert.Equal("", page.NextToken);
        Assert.Equal(
            new() { ResourceId = Session, ResourceType = "TRAFFICMIRRORSESSION", TagKey = "vpcmirror.io/owner", TagValue = "ns/name" },
            Assert.Single(page.TagResources!));
    }

    [Fact]
    public async Task Move_resource_group() => await SendAsync("37-acs3-move-resource-group", new MoveResourceGroupRequest
    {
        RegionId = Region, ResourceType = "TrafficMirrorSession", ResourceId = Session, NewResourceGroupId = "rg-2",
    });

    [Fact]
    public async Task Open_service()
    {
        var opened = await SendAsync(
            "38-acs3-open-service", new OpenTrafficMirrorServiceRequest { RegionId = Region, ClientToken = "tok-38" });
        Assert.Equal(("200", "successful"), (opened.Code, opened.Message));
    }

    private static NewFilterRule Everything(string action, int priority) => new()
    {
        Action = action, Protocol = "ALL", Priority = priority, IpVersion = "IPv4", SourceCidrBlock = "0.0.0.0/0",
        DestinationCidrBlock = "0.0.0.0/0",
    };

    private static async Task<TResponse> SendAsync<TResponse>(string name, IRpcRequest<TResponse> request) where TResponse : IRpcResponse
    {
        var vector = Vector.Load(name);
        var (seen, response) = await RecordedExchange.SendAsync(vector, request);
        RecordedExchange.AssertSame(vector, seen);
        Assert.Equal(vector.Root.GetProperty("replied").GetProperty("body").GetProperty("RequestId").GetString(), response.RequestId);
        return response;
    }
}
