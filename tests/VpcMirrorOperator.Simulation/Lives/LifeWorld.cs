using VpcMirrorOperator.Emulator;
using VpcMirrorOperator.Emulator.Seeds;
using VpcMirrorOperator.Emulator.Wire;
using VpcMirrorOperator.Engine.Tenancy;
using VpcMirrorOperator.Simulation.Loop;
using VpcMirrorOperator.Simulation.Network;
using VpcMirrorOperator.Simulation.Scenario;

namespace VpcMirrorOperator.Simulation.Lives;

/// <summary>
/// One simulated world with all kinds of objects: sessions and filters, adopted and created, in one operator process; cloud, API server,
/// network and operators, all from one seed.
/// </summary>
internal sealed class LifeWorld
{
    public const string Installation = "sim";
    public const string OwnNamespace = "default";

    private readonly Random _random;
    private readonly Dictionary<string, TimeSpan> _skews = [];
    private int _processes;

    /// <summary>A world of a seed, and of the profile that the seed has.</summary>
    public LifeWorld(int seed) : this(seed, LifeProfiles.Of(seed))
    {
    }

    /// <summary>A world of a profile, with its objects or with given ones.</summary>
    public LifeWorld(int seed, LifeProfile profile, Action<LifeWorld>? declare = null)
    {
        (Profile, Loop) = (profile, new SimLoop(seed));
        _random = Loop.RandomFor("world");
        Network = new SimNetwork(Loop, SeededFaults.None) { Describe = request => request.Header("x-acs-action") ?? request.Target };
        Sessions = new SimStore(Loop);
        Filters = new SimFilterStore(Loop);
        Tenancy = seed % 3 == 0 ? TenancyRules.WithoutList.In(OwnNamespace) : TenancyRules.Unrestricted;
        var before = LifeCloud.Seed(profile, Loop.RandomFor("cloud"));
        Cloud = new VpcEmulator(before, Loop.Time, seed);
        Truth = new CloudTruth(this);
        Gone = new GoneObjects(this);
        Intents = new Intents(this);
        Rules = new LifeRules(this);
        SetNetwork(SeededFaults.None);
        Before = Truth.Region;
        if (declare is null) LifeProfiles.Declare(this, Loop.RandomFor("objects"));
        else declare(this);
    }

    public LifeProfile Profile { get; }

    public SimLoop Loop { get; }

    public SimNetwork Network { get; }

    public SimStore Sessions { get; }

    public SimFilterStore Filters { get; }

    public VpcEmulator Cloud { get; }

    /// <summary>What is true of the cloud.</summary>
    public CloudTruth Truth { get; }

    /// <summary>Objects that are gone.</summary>
    public GoneObjects Gone { get; }

    /// <summary>Every recorded write.</summary>
    public Intents Intents { get; }

    public LifeRules Rules { get; }

    /// <summary>What namespaces may have.</summary>
    public TenancyRules Tenancy { get; }

    /// <summary>The account as it was before anything ran.</summary>
    public RegionSeed Before { get; }

    /// <summary>How often a write to the API server fails, before or after it was stored.</summary>
    public double StoreFailureRate { get; set; }

    /// <summary>How often a write to the API server takes seconds.</summary>
    public double StoreSlowRate { get; set; } = 0.01;

    /// <summary>When the definitions of our kinds were deleted; null while they are there.</summary>
    public TimeSpan? DefinitionsGoneAt { get; set; }

    /// <summary>True from the moment on when nobody makes trouble any more.</summary>
    public bool IsHealed { get; set; }

    public DateTimeOffset Now => Loop.Time.GetUtcNow();

    /// <summary>How wrong the clock of a process is.</summary>
    public TimeSpan SkewOf(string name) => _skews.GetValueOrDefault(name);

    /// <summary>Changes the network's faults; writes that come late are on top.</summary>
    public void SetNetwork(INetworkFaults faults) => Network.Faults = new LateCalls(this, faults);

    /// <summary>Starts an operator process; a crashed one is followed by another.</summary>
    public SimProcess StartOperator()
    {
        var name = $"op{++_processes}";
        _skews[name] = TimeSpan.FromMilliseconds(_random.Next(-1500, 1500));
        var process = Loop.CreateProcess(name, _skews[name]);
        LifeOperator.Start(this, process, Loop.RandomFor(name));
        return process;
    }

    /// <summary>The cloud's end of the operators' network.</summary>
    public SimHttpResponse? Answer(SimHttpRequest request)
    {
        var call = LifeCall.Of(request);
        if (call is not null) Rules.BeforeWrite(call);
        var response = AnswerAnybody(request);
        if (call is not null) Rules.AfterWrite(call);
        return response;
    }

    /// <summary>The cloud's end of anybody's network.</summary>
    public SimHttpResponse? AnswerAnybody(SimHttpRequest request)
    {
        var reply = Cloud.Handle(new EmulatorRequest(request.Method, request.Target, request.Headers, request.Body ?? []));
        return reply.DropConnection ? null : new SimHttpResponse(reply.Status, reply.Headers, reply.Body.ToArray());
    }

    public void Require(bool holds, string what) => Loop.Require(holds, what);
}
