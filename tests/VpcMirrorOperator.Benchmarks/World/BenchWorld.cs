using System.Globalization;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Emulator;
using VpcMirrorOperator.Emulator.Seeds;
using VpcMirrorOperator.Emulator.Settings;
using VpcMirrorOperator.Emulator.Wire;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.Simulation.Loop;
using VpcMirrorOperator.Simulation.Network;
using VpcMirrorOperator.Simulation.Scenario;

namespace VpcMirrorOperator.Benchmarks.World;

/// <summary>An emulated cloud, declared objects and a network on virtual time, in which everything works.</summary>
internal sealed class BenchWorld
{
    public const string Region = "cn-hangzhou";
    public const string MortalRegion = "cn-shanghai";
    public const string AccessKey = "LTAIbenchmark";
    public const string Secret = "benchmark-secret";
    private const string Account = "bench";
    private static readonly TimeSpan Patience = TimeSpan.FromDays(2);

    public BenchWorld(Setup setup)
    {
        Setup = setup;
        // Oldest ready step first: nothing is left to chance, so one run says as much as many.
        Loop = new SimLoop(seed: 1, new SimOptions { Fifo = true });
        Network = new SimNetwork(Loop, new FixedLatency(setup.RoundTrip)) { Describe = request => request.Header("x-acs-action") ?? "" };
        Store = new SimStore(Loop);
        Cloud = new VpcEmulator(Seed(setup), Loop.Time);
        for (var i = 0; i < setup.Sessions.Count; i++) Store.Declare(Declaration(i, setup.Sessions[i]));
    }

    public Setup Setup { get; }

    public SimLoop Loop { get; }

    public SimNetwork Network { get; }

    public SimStore Store { get; }

    public VpcEmulator Cloud { get; private set; }

    public TimeSpan Now => Loop.Time.Elapsed;

    public static ObjectKey Key(int index) => new("default", string.Create(CultureInfo.InvariantCulture, $"s{index:0000}"));

    public static string SessionId(int index) => string.Create(CultureInfo.InvariantCulture, $"tms-bench{index:0000}");

    /// <summary>The sources that a session really has now.</summary>
    public IReadOnlySet<string> Sources(int index) =>
        Cloud.Snapshot(long.MaxValue).Find(Account, RegionOf(index), SessionId(index))!.Sources;

    public void Edit(int index, Func<TrafficMirrorSessionSpec, TrafficMirrorSessionSpec> edit) => Store.EditSpec(Key(index), edit);

    /// <summary>From now on, no call to the mortal region is ever answered.</summary>
    public void Kill() => Network.Faults = new DeadRegion(MortalRegion, Network.Faults);

    public void EditSources(int index, IReadOnlyList<string> sources) => Edit(index, spec => spec with { SourceIds = sources });

    /// <summary>Runs until every object is Ready, its latest edit included.</summary>
    public void RunUntilReady() => RunUntil(() => Store.Objects.All(IsReady));

    /// <summary>Runs until one object is Ready, its latest edit included.</summary>
    public void RunUntilReady(int index) => RunUntil(() => IsReady(Store.Get(Key(index))!));

    /// <summary>Starts the operator, lets it find everything as declared, and lets what it read grow old.</summary>
    public void StartOperatorAndRest()
    {
        BenchOperator.Start(this);
        RunUntilReady();
        Rest();
    }

    /// <summary>A minute in which nothing happens, so that the next edit does not profit from a read just made.</summary>
    public void Rest() => Loop.RunFor(TimeSpan.FromMinutes(1));

    /// <summary>All objects, as a process that starts queues them.</summary>
    public IEnumerable<TrafficMirrorSession> InQueueOrder(IEnumerable<TrafficMirrorSession> objects) => Setup.IsShuffled
        ? objects.OrderBy(declared => Fnv.Of(declared.Metadata.Name))
        : objects;

    public void RunUntil(Func<bool> done) => Loop.RunUntil(done, Patience);

    /// <summary>Another cloud with the sessions as they are now, which remembers nothing of what was.</summary>
    public void RenewCloud()
    {
        var sessions = Setup.Sessions.Select(IReadOnlyList<string> (_, index) => [.. Sources(index).Select(string.Intern)]);
        Cloud = new VpcEmulator(Seed(Setup with { Sessions = [.. sessions] }), Loop.Time);
    }

    /// <summary>The cloud's end of the network.</summary>
    public SimHttpResponse? Answer(SimHttpRequest request)
    {
        var reply = Cloud.Handle(new EmulatorRequest(request.Method, request.Target, request.Headers, request.Body ?? []));
        return new SimHttpResponse(reply.Status, reply.Headers, reply.Body.ToArray());
    }

    public static bool IsReady(TrafficMirrorSession declared) =>
        declared.Status is { } status
        && status.ObservedGeneration == declared.Metadata.Generation
        && Conditions.IsTrue(status.Conditions, ConditionTypes.Ready);

    private string RegionOf(int index) => index < Setup.Mortal ? MortalRegion : Region;

    private TrafficMirrorSession Declaration(int index, IReadOnlyList<string> sources) => new()
    {
        Metadata = new ObjectMeta { Name = Key(index).Name, Namespace = Key(index).Namespace },
        Spec = new TrafficMirrorSessionSpec
        {
            RegionId = RegionOf(index),
            TrafficMirrorSessionId = SessionId(index),
            SourceIds = sources,
            // What is measured is not how long a user takes to consent.
            Safety = new SafetySpec { MaxRemovals = new IntOrPercent(1_000_000, IsPercent: false) },
        },
    };

    private EmulatorSeed Seed(Setup setup) => new()
    {
        Settings = EmulatorSettings.RaisedQuotas with { ModifyDuration = setup.ModifyTime, ApplyAt = ApplyAt.End },
        Accounts = [new AccountSeed(
            Account, AccessKey, Secret, null,
            [
                .. setup.Sessions.Select(SessionSeed).Index().GroupBy(session => RegionOf(session.Index))
                    .Select(region => new RegionSeed(region.Key, true, [.. region.Select(session => session.Item)])),
            ])],
    };

    private static SessionSeed SessionSeed(IReadOnlyList<string> sources, int index) => new()
    {
        Id = SessionId(index),
        Priority = index + 1,
        Sources = [.. sources],
    };
}
