using System.Net;
using VpcMirrorOperator.AlibabaCloud.Errors;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Core.Tests.Kinds.Sessions;
using VpcMirrorOperator.Core.Tests.Kinds.Sessions.Planning;
using VpcMirrorOperator.TestSupport.Cloud;

namespace VpcMirrorOperator.Core.Tests.Cloud;

/// <summary>Whole lists of a region: shared by all who ask, complete or none (rules 11 and 12), at a pace of their own.</summary>
public sealed class RegionListsTests : IDisposable
{
    private static readonly RegionRef Region = new(Accounts.Default, Given.Region);
    private readonly VirtualThread _thread = new() { Step = TimeSpan.FromMilliseconds(100) };
    private readonly InterfaceEndpoint _cloud;
    private readonly CloudAccount _account;

    public RegionListsTests()
    {
        _cloud = new InterfaceEndpoint(_thread.Time);
        _account = new CloudAccount(Accounts.Default, TestClient.Create(_cloud, _thread.Time), _thread.Time);
    }

    public void Dispose() => _cloud.Dispose();

    [Fact]
    public void Ten_thousand_interfaces_are_twenty_calls()
    {
        _cloud.Items = [.. Enumerable.Range(0, 10_000).Select(i => InterfaceEndpoint.Interface($"eni-{i}"))];
        var inventory = Interfaces();
        Assert.Equal((10_000, 20), (inventory.All.Count, _cloud.Calls.Count));
        Assert.All(_cloud.Calls, call => Assert.Equal("500", call.Query["MaxResults"]));
        Assert.All(_cloud.Calls, call => Assert.Null(call.Query["PageNumber"]));
        Assert.Equal("eni-777", inventory.Find("eni-777")!.Id);
        Assert.Null(inventory.Find("eni-10000"));
    }

    [Fact]
    public void Members_are_asked_for_where_a_trunk_is_and_only_there()
    {
        _cloud.Items = [InterfaceEndpoint.Interface("eni-1", "Primary")];
        Interfaces();
        Assert.Null(Assert.Single(_cloud.Calls).Query["Type"]);

        _thread.Pass(TimeSpan.FromSeconds(1));
        var attached = ""","Attachment":{"InstanceId":"i-1","TrunkNetworkInterfaceId":"eni-1"}""";
        _cloud.Items = [InterfaceEndpoint.Interface("eni-1", "Trunk"), InterfaceEndpoint.Interface("eni-2", "Member", attached)];
        var member = Interfaces().Find("eni-2")!;
        Assert.Equal(("Member", "i-1", "eni-1"), (member.Type, member.InstanceId, member.TrunkId));
        Assert.Equal([null, null, "Member"], _cloud.Calls.Select(call => call.Query["Type"]));
    }

    [Fact]
    public void What_decides_on_an_interface_is_kept_and_what_the_cloud_did_not_say_is_null()
    {
        var more = """
            ,"VpcId":"vpc-1","VSwitchId":"vsw-1","ZoneId":"z","InstanceId":"i-1","OwnerId":"1","ServiceManaged":false,
            "ResourceGroupId":"rg-1",
            "SecurityGroupIds":{"SecurityGroupId":["sg-1","sg-2"]},"Tags":{"Tag":[{"TagKey":"k","TagValue":"v"}]},
            "Attachment":{"InstanceId":"i-1","TrunkNetworkInterfaceId":""}
            """;
        _cloud.Items =
        [
            InterfaceEndpoint.Interface("eni-1", more: more), InterfaceEndpoint.Interface("eni-2"),
            InterfaceEndpoint.Interface("eni-3", more: ""","Tags":{"Tag":[{"TagValue":"v"}]},"SecurityGroupIds":{"SecurityGroupId":[7]}"""),
        ];
        var (first, second, third) = (Interfaces().All[0], Interfaces().All[1], Interfaces().All[2]);
        Assert.Equal(
            ("vpc-1", "vsw-1", "z", "i-1", "1", false, "rg-1", null),
            (first.VpcId, first.VSwitchId, first.ZoneId, first.InstanceId, first.OwnerId, first.ServiceManaged, first.ResourceGroupId,
                first.TrunkId));
        Assert.Equal(["sg-1", "sg-2"], first.SecurityGroupIds!);
        Assert.Equal([KeyValuePair.Create("k", "v")], first.Tags!);
        Assert.Equal((null, null, null), (second.Tags, second.SecurityGroupIds, second.ServiceManaged));
        Assert.Equal((null, null), (third.Tags, third.SecurityGroupIds));
    }

    public static TheoryData<string, Func<int, string, string>> Contradictions => new()
    {
        { "a token that comes again", (page, body) => page == 1 ? body.Replace("from-1000", "from-500", StringComparison.Ordinal) : body },
        { "an interface that comes again", (page, body) => body.Replace("\"eni-600\"", "\"eni-100\"", StringComparison.Ordinal) },
        { "an interface without an id", (_, body) => body.Replace("\"eni-600\"", "\"\"", StringComparison.Ordinal) },
        { "an interface that is none", (page, body) => page == 2 ? body.Replace("[{", "[7,{", StringComparison.Ordinal) : body },
        { "no request id", (page, body) => page == 1 ? body.Replace("RequestId", "Other", StringComparison.Ordinal) : body },
        { "no list", (page, body) => page == 2 ? body.Replace("NetworkInterfaceSet\"", "Other\"", StringComparison.Ordinal) : body },
        { "half a page", (page, body) => page == 2 ? body[..(body.Length / 2)] : body },
    };

    [Theory]
    [MemberData(nameof(Contradictions))]
    public void A_list_that_is_not_complete_beyond_doubt_is_no_list_and_the_last_one_stays(string what, Func<int, string, string> spoil)
    {
        _cloud.Items = [.. Enumerable.Range(0, 1_200).Select(i => InterfaceEndpoint.Interface($"eni-{i}"))];
        Interfaces();
        _thread.Pass(TimeSpan.FromMinutes(1));
        _cloud.Spoil = spoil;
        var error = Assert.Throws<CloudException>(() => Interfaces());
        Assert.True(error.Code == ClientErrorCodes.UnreadableReply, what);
        Assert.Equal(1_200, _account.Interfaces.Find(Region, TimeSpan.FromHours(1))!.List.All.Count);
        Assert.Null(_account.Interfaces.Find(Region, TimeSpan.FromSeconds(30)));

        _cloud.Spoil = (_, body) => body;
        _thread.Pass(TimeSpan.FromMinutes(1));
        Assert.Equal(1_200, Interfaces().All.Count);
    }

    [Theory]
    [InlineData("\"tms-150\"", "\"tms-50\"")]
    [InlineData("\"TotalCount\":\"250\"", "\"TotalCount\":\"251\"")]
    [InlineData("from-200", "from-100")]
    public void Nor_is_a_list_of_sessions(string from, string to)
    {
        _cloud.Items = [.. Enumerable.Range(0, 250).Select(i => InterfaceEndpoint.Session($"tms-{i}"))];
        Assert.Equal(250, Sessions().All.Count);
        _thread.Pass(TimeSpan.FromSeconds(1));
        _cloud.Spoil = (page, body) => page == 1 ? body.Replace(from, to, StringComparison.Ordinal) : body;
        Assert.Equal(ClientErrorCodes.UnreadableReply, Assert.Throws<CloudException>(() => Sessions()).Code);
    }

    [Fact]
    public void All_sessions_are_read_with_sources_and_tags_at_most_sixty_calls_in_any_minute()
    {
        var tags = ""","Tags":[{"Key":"vpcmirror.io/owner","Value":"u"}]""";
        _cloud.Items = [.. Enumerable.Range(0, 15_000).Select(i => InterfaceEndpoint.Session($"tms-{i}", i == 7 ? tags : ""))];
        var inventory = Sessions();
        Assert.Equal((15_000, 150), (inventory.All.Count, _cloud.Calls.Count));
        var seventh = inventory.Find("tms-7")!;
        Assert.Equal(["eni-1"], seventh.Reading.Session!.Sources);
        Assert.Equal([KeyValuePair.Create("vpcmirror.io/owner", "u")], seventh.Tags!);
        Assert.Null(inventory.Find("tms-8")!.Tags);
        AssertPace(60);
    }

    [Fact]
    public void However_often_interfaces_are_asked_for_no_minute_has_more_than_sixty_calls()
    {
        _cloud.Latency = TimeSpan.FromMilliseconds(50);
        _cloud.Items = [.. Enumerable.Range(0, 3_000).Select(i => InterfaceEndpoint.Interface($"eni-{i}"))];
        _thread.Pass(TimeSpan.FromMinutes(4), () => _ = AskAgainAndAgainAsync());
        Assert.InRange(_cloud.Calls.Count, 190, 240);
        AssertPace(60);

        async Task AskAgainAndAgainAsync()
        {
            while (true) await _account.Interfaces.ReadAsync(Region, TimeSpan.Zero, CancellationToken.None);
        }
    }

    [Fact]
    public void Who_comes_while_a_list_is_read_shares_it_if_it_is_young_enough_and_else_the_next_with_all_others()
    {
        _cloud.Items = [InterfaceEndpoint.Interface("eni-1")];
        _cloud.Latency = TimeSpan.FromSeconds(2);
        var first = Start(TimeSpan.Zero);
        var old = first;
        var fresh = new List<Task<ListSnapshot<Inventory<NetworkInterface>>>>();
        _thread.Pass(TimeSpan.FromSeconds(1));
        old = Start(TimeSpan.FromSeconds(30));
        for (var i = 0; i < 50; i++) fresh.Add(Start(TimeSpan.Zero));
        var shared = _thread.Run(() => old);
        Assert.Same(_thread.Run(() => first), shared);
        Assert.Single(_cloud.Calls);

        var next = _thread.Run(() => Task.WhenAll(fresh));
        Assert.All(next, snapshot => Assert.Same(next[0], snapshot));
        Assert.NotSame(shared, next[0]);
        Assert.Equal((2, 1), (_cloud.Calls.Count, _cloud.MostAtOnce));
    }

    [Fact]
    public void A_list_in_memory_that_is_young_enough_costs_no_call()
    {
        Interfaces();
        _thread.Pass(TimeSpan.FromSeconds(50));
        _thread.Run(() => Read(TimeSpan.FromMinutes(1)));
        Assert.Single(_cloud.Calls);
        _thread.Pass(TimeSpan.FromSeconds(20));
        _thread.Run(() => Read(TimeSpan.FromMinutes(1)));
        Assert.Equal(2, _cloud.Calls.Count);
    }

    [Fact]
    public void A_failure_is_told_to_those_who_share_it_and_the_next_reading_is_theirs_who_came_later()
    {
        _cloud.Latency = TimeSpan.FromSeconds(2);
        _cloud.Status = HttpStatusCode.ServiceUnavailable;
        var first = Start(TimeSpan.Zero);
        _thread.Pass(TimeSpan.FromSeconds(1));
        var later = Start(TimeSpan.Zero);
        Assert.Equal("ServiceUnavailable", Assert.Throws<CloudException>(() => _thread.Run(() => first)).Code);
        _cloud.Status = HttpStatusCode.OK;
        Assert.Empty(_thread.Run(() => later).List.All);
    }

    [Fact]
    public void A_region_that_does_not_answer_is_called_once_for_all_and_again_after_a_pause()
    {
        _cloud.Latency = TimeSpan.FromHours(1);
        var waiting = Start(TimeSpan.Zero);
        _thread.Pass(TimeSpan.FromSeconds(5));
        var later = Start(TimeSpan.Zero);
        Assert.Equal(ClientErrorCodes.Timeout, Assert.Throws<CloudException>(() => _thread.Run(() => waiting)).Code);
        Assert.Equal(ClientErrorCodes.Timeout, Assert.Throws<CloudException>(() => _thread.Run(() => later)).Code);
        Assert.Throws<CloudException>(() => _thread.Run(() => Read(TimeSpan.Zero)));
        Assert.Single(_cloud.Calls);

        _cloud.Latency = TimeSpan.Zero;
        _thread.Pass(TimeSpan.FromSeconds(2));
        Assert.Empty(Interfaces().All);
    }

    [Fact]
    public void Whoever_gives_up_waits_no_longer_and_the_others_go_on()
    {
        _cloud.Latency = TimeSpan.FromSeconds(2);
        using var cancel = new CancellationTokenSource();
        var gone = StartUntil(TimeSpan.Zero, cancel.Token);
        var stays = Start(TimeSpan.Zero);
        _thread.Pass(TimeSpan.FromSeconds(1), cancel.Cancel);
        Assert.True(gone.IsCanceled);
        Assert.Empty(_thread.Run(() => stays).List.All);
        Assert.Single(_cloud.Calls);
    }

    [Fact]
    public void Who_asked_before_a_reading_is_served_by_it_though_the_clock_went_back()
    {
        var lists = new ListReader<Inventory<NetworkInterface>>(_ => Task.FromResult(new Inventory<NetworkInterface>([])), _thread.Time);
        PendingList<Inventory<NetworkInterface>>? asked = null;
        _thread.Pass(TimeSpan.FromSeconds(1), () => asked = lists.Ask(TimeSpan.FromHours(-1), () => { }));
        Assert.NotNull(asked!.Get());
    }

    [Fact]
    public void A_region_of_another_account_is_not_read_with_this_client()
    {
        var error = Assert.Throws<ArgumentException>(() => _account.Interfaces.Find(new RegionRef("other", Given.Region), TimeSpan.Zero));
        Assert.Contains("Account other", error.Message, StringComparison.Ordinal);
    }

    /// <summary>Begins a read on the virtual thread, and does not wait for it.</summary>
    private Task<ListSnapshot<Inventory<NetworkInterface>>> Start(TimeSpan maxAge) => StartUntil(maxAge, CancellationToken.None);

    private Task<ListSnapshot<Inventory<NetworkInterface>>> StartUntil(TimeSpan maxAge, CancellationToken cancel)
    {
        Task<ListSnapshot<Inventory<NetworkInterface>>>? task = null;
        _thread.Pass(TimeSpan.Zero, () => task = _account.Interfaces.ReadAsync(Region, maxAge, cancel).AsTask());
        return task!;
    }

    private Task<ListSnapshot<Inventory<NetworkInterface>>> Read(TimeSpan maxAge) =>
        _account.Interfaces.ReadAsync(Region, maxAge, CancellationToken.None).AsTask();

    private Inventory<NetworkInterface> Interfaces() => _thread.Run(() => Read(TimeSpan.Zero)).List;

    private Inventory<RegionSession> Sessions() =>
        _thread.Run(() => _account.AllSessions.ReadAsync(Region, TimeSpan.Zero, CancellationToken.None).AsTask()).List;

    private void AssertPace(int perMinute) => Assert.All(_cloud.Calls, call => Assert.InRange(
        _cloud.Calls.Count(other => other.At >= call.At && other.At < call.At.AddMinutes(1)), 1, perMinute));
}
