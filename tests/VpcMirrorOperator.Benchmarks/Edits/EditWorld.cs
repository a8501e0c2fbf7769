using System.Net;
using VpcMirrorOperator.AlibabaCloud.RateLimiting;
using VpcMirrorOperator.AlibabaCloud.Rpc;
using VpcMirrorOperator.Benchmarks.World;
using VpcMirrorOperator.Emulator;
using VpcMirrorOperator.Emulator.Filters;
using VpcMirrorOperator.Emulator.Matching;
using VpcMirrorOperator.Emulator.Seeds;
using VpcMirrorOperator.Emulator.Settings;
using VpcMirrorOperator.Emulator.Snapshots;
using VpcMirrorOperator.Emulator.Wire;
using VpcMirrorOperator.Simulation.Loop;
using VpcMirrorOperator.Simulation.Network;

namespace VpcMirrorOperator.Benchmarks.Edits;

/// <summary>A region with one filter and, unless it is to be created, one session with ten sources that uses it; on virtual time.</summary>
internal sealed class EditWorld
{
    public const string SessionId = "tms-bench", FilterId = "tmf-bench", Target = "eni-target", OtherTarget = "eni-othertarget";
    private const string Account = "bench";

    /// <param name="hasSession">Whether the session is there.</param>
    /// <param name="idsInACall">Sources that one call may carry.</param>
    public EditWorld(bool hasSession, int idsInACall = 10)
    {
        Loop = new SimLoop(seed: 1, new SimOptions { Fifo = true });
        Network = new SimNetwork(Loop, new FixedLatency(TimeSpan.Zero)) { Describe = request => request.Header("x-acs-action") ?? "" };
        var settings = EmulatorSettings.RaisedQuotas with { ApplyAt = ApplyAt.End, MaxSourcesPerAdd = idsInACall };
        var region = new RegionSeed(BenchWorld.Region, true, hasSession ? [Session] : []) { Filters = [Filter] };
        Cloud = new VpcEmulator(
            new EmulatorSeed
            {
                Settings = settings, Accounts = [new AccountSeed(Account, BenchWorld.AccessKey, BenchWorld.Secret, null, [region])],
            },
            Loop.Time);
    }

    public SimLoop Loop { get; }

    public SimNetwork Network { get; }

    public VpcEmulator Cloud { get; }

    public TimeSpan Now => Loop.Time.Elapsed;

    /// <summary>The calls that arrived, refused ones included.</summary>
    public IReadOnlyList<EmulatorCall> Calls => Cloud.Snapshot().Calls;

    /// <summary>The product's signed client of a process.</summary>
    public RpcClient Client(SimProcess process) =>
        BenchClient.Create(process, Network.CreateHandler(process, Answer), new RateBudgetOptions());

    /// <summary>Whether a packet that a source receives is copied to either target.</summary>
    public bool IsMirrored(string source, int protocol, int port) => Cloud.Match(
        Account, BenchWorld.Region,
        new MatchPacket(source, true, protocol, IPAddress.Parse("192.0.2.1"), 40_000, IPAddress.Parse("10.0.0.1"), port)).IsMirrored;

    private static SessionSeed Session => new()
    {
        Id = SessionId, FilterId = FilterId, TargetId = Target, Priority = 100, VirtualNetworkId = 7, Sources = [.. Ids.Range(0, 10)],
    };

    private static FilterSeed Filter => new()
    {
        Id = FilterId,
        Rules =
        [
            Rule("tmr-vxlan", 10, RuleAction.Drop, RuleProtocol.Udp, 4789), Rule("tmr-https", 20, RuleAction.Accept, RuleProtocol.Tcp, 443),
            Rule("tmr-dns", 30, RuleAction.Accept, RuleProtocol.Udp, 53),
        ],
    };

    private static RuleSeed Rule(string id, int priority, RuleAction action, RuleProtocol protocol, int port) => new()
    {
        Id = id, Direction = TrafficDirection.Ingress, Priority = priority, Action = action, Protocol = protocol,
        DestinationPortRange = new PortRange(port, port),
    };

    private SimHttpResponse? Answer(SimHttpRequest request)
    {
        var reply = Cloud.Handle(new EmulatorRequest(request.Method, request.Target, request.Headers, request.Body ?? []));
        return new SimHttpResponse(reply.Status, reply.Headers, reply.Body.ToArray());
    }
}
