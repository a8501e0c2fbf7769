using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Emulator;
using VpcMirrorOperator.Emulator.Seeds;
using VpcMirrorOperator.Emulator.Settings;
using VpcMirrorOperator.Emulator.Snapshots;
using VpcMirrorOperator.Emulator.Wire;
using VpcMirrorOperator.Engine.Tenancy;
using VpcMirrorOperator.Kinds.Sessions;
using VpcMirrorOperator.Simulation.Loop;
using VpcMirrorOperator.Simulation.Network;

namespace VpcMirrorOperator.Simulation.Scenario;

/// <summary>One simulated world: cloud, API server, network and operators, all from one seed.</summary>
internal sealed class MirrorWorld
{
    public const string AccessKey = "LTAIsimulation";
    public const string Secret = "simulated-secret";
    public const string Account = "sim";
    public const string Region = "cn-hangzhou";
    public const string FarRegion = "cn-shanghai";

    private const string FarPrefix = "tms-far";

    private readonly Random _random;
    private readonly DoubtfulLists? _lists;
    private readonly Dictionary<string, (SimProcess Process, TimeSpan Skew)> _operators = [];
    private int _processes;

    /// <summary>A world whose sessions and objects are random, too.</summary>
    public MirrorWorld(int seed) : this(seed, null, null)
    {
    }

    /// <summary>A world with given sessions and objects.</summary>
    public MirrorWorld(int seed, EmulatorSeed? cloud, Action<SimStore>? declare)
    {
        Loop = new SimLoop(seed);
        _random = Loop.RandomFor("scenario");
        Network = new SimNetwork(Loop, SeededFaults.None) { Describe = request => request.Header("x-acs-action") ?? request.Target };
        Store = new SimStore(Loop);
        if (cloud is null) Trouble = Profile.Of(seed);
        Cloud = new VpcEmulator(cloud ?? Seed(_random), Loop.Time, seed);
        Tenancy = cloud is null ? NamespaceRules.Of(seed) : TenancyRules.WithoutList;
        Rules = new WriteRules(this);
        Namespaces = new NamespaceRules(this);
        _ = new FlightRules(this);
        _ = new ReadyRules(this);
        if (Has(Trouble.DeadRegion)) Regions = new DeadRegions(this);
        if (Has(Trouble.Imitation)) _ = new Imitator(this);
        if (Has(Trouble.HandOver)) _ = new HandOvers(this);
        if (Has(Trouble.FrozenConnect)) _ = new ConnectFreezes(this);
        if (Has(Trouble.DoubtfulLists)) _lists = new DoubtfulLists(this);
        SetNetwork(SeededFaults.None);
        if (declare is null) SpecMaker.Declare(this, _random);
        else declare(Store);
    }

    public SimLoop Loop { get; }

    public SimNetwork Network { get; }

    public SimStore Store { get; }

    public VpcEmulator Cloud { get; }

    public WriteRules Rules { get; }

    public NamespaceRules Namespaces { get; }

    /// <summary>What namespaces may have.</summary>
    public TenancyRules Tenancy { get; }

    /// <summary>How often a write to the API server fails, before or after it was stored.</summary>
    public double StoreFailureRate { get; set; }

    /// <summary>How often a write to the API server takes seconds.</summary>
    public double StoreSlowRate { get; set; } = 0.01;

    /// <summary>What this world has to suffer beside the usual chaos.</summary>
    public Trouble Trouble { get; }

    /// <summary>Whether objects at rest go the short way.</summary>
    public bool SparesResting { get; init; } = true;

    /// <summary>What each process that was started remembers of its objects.</summary>
    public List<SessionMemories> Memories { get; } = [];

    /// <summary>True from the moment on when nobody makes trouble any more.</summary>
    public bool IsHealed { get; set; }

    /// <summary>Which region is dead; null where no region dies.</summary>
    public DeadRegions? Regions { get; }

    public bool Has(Trouble trouble) => (Trouble & trouble) != 0;

    /// <summary>An operator's process by its name; null when there was none.</summary>
    public SimProcess? Process(string name) => _operators.GetValueOrDefault(name).Process;

    /// <summary>How wrong the clock of a process is.</summary>
    public TimeSpan SkewOf(string name) => _operators.GetValueOrDefault(name).Skew;

    /// <summary>Changes the network's faults; the trouble of this world comes on top.</summary>
    public void SetNetwork(INetworkFaults faults)
    {
        if (Regions is { } regions) faults = new DeadRegionFaults(regions, faults);
        if (Has(Trouble.BlindTimes)) faults = new BlindTimes(this, faults);
        Network.Faults = Has(Trouble.LateWrites | Trouble.VeryLateWrites) ? new LateWrites(this, faults) : faults;
    }

    /// <summary>A network without faults. A dead region stays dead until it is revived.</summary>
    public void CalmNetwork() =>
        Network.Faults = Regions is { } regions ? new DeadRegionFaults(regions, SeededFaults.None) : SeededFaults.None;

    /// <summary>Where a session is.</summary>
    public string RegionOf(string sessionId) =>
        sessionId.StartsWith(FarPrefix, StringComparison.Ordinal) || (Has(Trouble.DeadRegion) && sessionId == SessionId(1))
            ? FarRegion
            : Region;

    public static string FarSessionId(int index) => $"{FarPrefix}{index}";

    public static string SessionId(int index) => $"tms-sim{index}";

    /// <summary>Starts an operator process; a crashed one is followed by another.</summary>
    public SimProcess StartOperator(bool ofOtherRelease = false)
    {
        var name = $"op{++_processes}";
        var skew = TimeSpan.FromMilliseconds(_random.Next(-1500, 1500));
        var process = Loop.CreateProcess(name, skew);
        _operators[name] = (process, skew);
        SimOperator.Start(
            this, process, Loop.RandomFor(name), declared => !Has(Trouble.TwoReleases) || IsOfOther(declared) == ofOtherRelease);
        return process;
    }

    /// <summary>The cloud's end of the network.</summary>
    public SimHttpResponse? Answer(SimHttpRequest request)
    {
        Rules.BeforeCall(request);
        var reply = Cloud.Handle(new EmulatorRequest(request.Method, request.Target, request.Headers, request.Body ?? []));
        Rules.AfterCall();
        if (reply.DropConnection) return null;
        var response = new SimHttpResponse(reply.Status, reply.Headers, reply.Body.ToArray());
        return _lists?.Change(request, response) ?? response;
    }

    public static bool IsOfOther(TrafficMirrorSession declared) => declared.Metadata.Namespace == SpecMaker.OtherRelease;

    public SnapshotSession? Session(TrafficMirrorSession declared) =>
        Cloud.Snapshot(long.MaxValue).Find(Account, RegionOf(declared.Spec.TrafficMirrorSessionId!), declared.Spec.TrafficMirrorSessionId!);

    /// <summary>The other sessions of a session's region.</summary>
    public IEnumerable<SnapshotSession> SessionsBeside(TrafficMirrorSession declared) => Cloud.Snapshot(long.MaxValue)
        .Accounts.Single(account => account.Name == Account)
        .Regions.Single(region => region.Id == RegionOf(declared.Spec.TrafficMirrorSessionId!))
        .Sessions.Where(session => session.Id != declared.Spec.TrafficMirrorSessionId!);

    /// <summary>The simulated account with these sessions.</summary>
    public static EmulatorSeed CloudOf(EmulatorSettings settings, IReadOnlyList<SessionSeed> sessions) =>
        CloudOf(settings, new RegionSeed(Region, true, sessions));

    private static EmulatorSeed CloudOf(EmulatorSettings settings, params IReadOnlyList<RegionSeed> regions) => new()
    {
        Settings = settings,
        Accounts = [new AccountSeed(Account, AccessKey, Secret, null, regions)],
    };

    private EmulatorSeed Seed(Random random) => CloudOf(
        QuotaLimits.Of(Loop.RandomFor("quotas")) with
        {
            ModifyDuration = TimeSpan.FromSeconds(random.Next(1, 40)),
            ModifyJitter = TimeSpan.FromSeconds(random.Next(0, 10)),
            StaleAfterWrite = TimeSpan.FromSeconds(random.Next(0, 4)),
            ApplyAt = random.Next(3) == 0 ? ApplyAt.Start : ApplyAt.End,
            MaxSourcesPerAdd = random.Next(4) == 0 ? 1 : 10,
            DeletedInterfaceLeavesSessions = random.Next(2) == 0,
            TokenProcessing = TimeSpan.FromSeconds(random.Next(0, 3)),
        },
        RegionsOf(
        [
            .. Enumerable.Range(0, SpecMaker.Sessions).Select(i => Session(SessionId(i), random)),
            .. Enumerable.Range(0, Has(Trouble.DeadRegion) ? SpecMaker.FarSessions : 0).Select(i => Session(FarSessionId(i), random)),
        ]));

    private RegionSeed[] RegionsOf(SessionSeed[] sessions) =>
        [.. sessions.GroupBy(session => RegionOf(session.Id)).Select(region => new RegionSeed(region.Key, true, [.. region]))];

    private static SessionSeed Session(string id, Random random) => new()
    {
        Id = id,
        Sources = [.. SpecMaker.Ids(random, random.Next(0, 14))],
    };
}
