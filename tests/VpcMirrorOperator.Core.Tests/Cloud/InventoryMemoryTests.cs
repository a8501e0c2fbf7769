using System.Diagnostics;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Core.Tests.Kinds.Sessions;
using VpcMirrorOperator.Core.Tests.Kinds.Sessions.Planning;
using VpcMirrorOperator.TestSupport.Cloud;

namespace VpcMirrorOperator.Core.Tests.Cloud;

/// <summary>What is kept of a large region: 10,000 interfaces and 1,000 full sessions.</summary>
[Collection(nameof(Alone))]
public sealed class InventoryMemoryTests : IDisposable
{
    private const long Limit = 10_000_000;
    private static readonly RegionRef Region = new(Accounts.Default, Given.Region);
    private readonly VirtualThread _thread = new() { Step = TimeSpan.FromSeconds(1) };
    private readonly InterfaceEndpoint _cloud;
    private readonly CloudAccount _account;

    public InventoryMemoryTests()
    {
        _cloud = new InterfaceEndpoint(_thread.Time);
        _account = new CloudAccount(Accounts.Default, TestClient.Create(_cloud, _thread.Time), _thread.Time);
    }

    public void Dispose() => _cloud.Dispose();

    [Fact]
    public void A_region_of_ten_thousand_interfaces_and_a_thousand_sessions_stays_under_ten_megabytes_and_is_kept_once()
    {
        ReadAll();
        var once = GC.GetTotalMemory(forceFullCollection: true);
        _thread.Pass(TimeSpan.FromMinutes(2));
        ReadAll();
        var twice = GC.GetTotalMemory(forceFullCollection: true);
        AssertComplete();

        _account.Interfaces.Forget(Region);
        var withoutInterfaces = GC.GetTotalMemory(forceFullCollection: true);
        _account.AllSessions.Forget(Region);
        var without = GC.GetTotalMemory(forceFullCollection: true);
        TestContext.Current.TestOutputHelper!.WriteLine(
            $"interfaces {twice - withoutInterfaces:N0} bytes, sessions {withoutInterfaces - without:N0} bytes");
        Assert.InRange(twice - without, 1_000_000, Limit);
        Assert.InRange(twice - once, long.MinValue, Limit / 10);
    }

    /// <summary>Prints the numbers of docs/benchmarks.md; run it with <c>-explicit only</c>.</summary>
    [Fact(Explicit = true)]
    public void Time()
    {
        Measure("interfaces", 10_000, Interface, ReadInterfaces);
        Measure("sessions", 1_000, Session, ReadSessions);
    }

    /// <summary>The fastest of nine, after one to warm up.</summary>
    private void Measure<T>(string what, int count, Func<int, string> item, Func<Task<T>> read)
    {
        var best = Enumerable.Range(0, 10).Select(_ =>
        {
            _thread.Pass(TimeSpan.FromMinutes(2));
            _cloud.Items = [.. Enumerable.Range(0, count).Select(item)];
            var (start, bytes) = (Stopwatch.GetTimestamp(), GC.GetTotalAllocatedBytes(precise: true));
            _thread.Run(read);
            return (Stopwatch.GetElapsedTime(start).TotalMilliseconds, Bytes: GC.GetTotalAllocatedBytes(precise: true) - bytes);
        }).Skip(1).Min();
        TestContext.Current.TestOutputHelper!.WriteLine(
            $"{count:N0} {what}: {best.TotalMilliseconds:F0} ms, allocated {best.Bytes / 1e6:F0} MB");
    }

    /// <summary>A method of its own: what a frame of a debug build has touched lives as long as the frame.</summary>
    private void AssertComplete()
    {
        Assert.Equal(10_000, _account.Interfaces.Find(Region, TimeSpan.FromDays(1))!.List.All.Count);
        Assert.Equal(1_000, _account.AllSessions.Find(Region, TimeSpan.FromDays(1))!.List.All.Count);
    }

    private void ReadAll()
    {
        Read(10_000, Interface, ReadInterfaces);
        Read(1_000, Session, ReadSessions);
        // The test's own machinery holds what it ran last; that is an empty region now.
        _thread.Run(() => _account.AllSessions.ReadAsync(
            Region with { RegionId = "cn-beijing" }, TimeSpan.Zero, CancellationToken.None).AsTask());
    }

    private Task<ListSnapshot<Inventory<NetworkInterface>>> ReadInterfaces() =>
        _account.Interfaces.ReadAsync(Region, TimeSpan.Zero, CancellationToken.None).AsTask();

    private Task<ListSnapshot<Inventory<RegionSession>>> ReadSessions() =>
        _account.AllSessions.ReadAsync(Region, TimeSpan.Zero, CancellationToken.None).AsTask();

    private void Read<T>(int count, Func<int, string> item, Func<Task<T>> read)
    {
        _cloud.Items = [.. Enumerable.Range(0, count).Select(item)];
        _thread.Run(read);
        _cloud.Items = [];
        _cloud.Calls.Clear();
    }

    /// <summary>As long as real ones, with six tags of which three are its own, in four security groups of its instance's kind.</summary>
    private static string Interface(int i) => InterfaceEndpoint.Interface($"eni-bp1{i:0000000000000000}", more: $$"""
        ,"VpcId":"vpc-bp1{{i % 20:0000000000000000}}","VSwitchId":"vsw-bp1{{i % 100:0000000000000000}}",
        "ZoneId":"cn-hangzhou-{{"ghij"[i % 4]}}",
        "InstanceId":"i-bp1{{i / 4:0000000000000000}}","OwnerId":"1234567890123456","ServiceManaged":false,
        "ResourceGroupId":"rg-aek{{i % 10}}",
        "Description":"created by terway for pod number {{i}}","MacAddress":"00:16:3e:{{i:000000}}","PrivateIpAddress":"10.0.0.1",
        "SecurityGroupIds":{"SecurityGroupId":["sg-bp1{{i % 50:0000000000000000}}","sg-bp1b","sg-bp1c","sg-bp1d"]},
        "Tags":{"Tag":[{"TagKey":"creator","TagValue":"terway"},{"TagKey":"ack.aliyun.com","TagValue":"c0000000000000000000000000000demo"},
        {"TagKey":"team","TagValue":"team-{{i % 30}}"},{"TagKey":"pod","TagValue":"deployment-of-a-service-{{i:00000000}}"},
        {"TagKey":"node","TagValue":"cn-hangzhou.10.0.{{i / 250}}.{{i % 250}}"},
        {"TagKey":"uid","TagValue":"05590939-fc51-47ab-a204-{{i:000000000000}}"}]},
        "Attachment":{"InstanceId":"i-bp1{{i / 4:0000000000000000}}","TrunkNetworkInterfaceId":""}
        """);

    private static string Session(int i)
    {
        var sources = string.Join(',', Enumerable.Range(i * 10, 10).Select(n => $"\"eni-bp1{n:0000000000000000}\""));
        return $$"""
            {"TrafficMirrorSessionId":"tms-bp1{{i:0000000000000000}}","TrafficMirrorSessionStatus":"Created","Enabled":true,
            "TrafficMirrorSessionName":"session of a policy, number {{i}}","TrafficMirrorSessionBusinessStatus":"Normal",
            "Priority":{{i + 1}},
            "TrafficMirrorTargetId":"eni-bp1target{{i / 2:0000000000}}","TrafficMirrorTargetType":"NetworkInterface",
            "VirtualNetworkId":{{i}},
            "TrafficMirrorFilterId":"tmf-bp1{{i % 5:0000000000000000}}","TrafficMirrorSourceIds":[{{sources}}],
            "Tags":[{"Key":"vpcmirror.io/owner","Value":"05590939-fc51-47ab-a204-{{i:000000000000}}"},
            {"Key":"vpcmirror.io/created-by","Value":"3d2f8a54-0000-4000-8000-000000000000/tms/{{i:00000000000000000000000000000000}}"},
            {"Key":"vpcmirror.io/object","Value":"security/policy-a-{{i:00000000}}-1"}]}
            """;
    }
}
