using System.Collections.Immutable;
using VpcMirrorOperator.AlibabaCloud.Credentials;
using VpcMirrorOperator.AlibabaCloud.Rpc;
using VpcMirrorOperator.AlibabaCloud.Vpc;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorFilters;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Core.Tests.Kinds.Sessions.Planning;
using VpcMirrorOperator.Emulator.Seeds;
using VpcMirrorOperator.Emulator.Settings;
using VpcMirrorOperator.Emulator.Snapshots;
using VpcMirrorOperator.Emulator;
using VpcMirrorOperator.Engine.Lifecycle;
using VpcMirrorOperator.Engine.Tenancy;
using VpcMirrorOperator.Kinds.Sessions;
using VpcMirrorOperator.Kubernetes.Control;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.TestSupport.Cloud;
using VpcMirrorOperator.TestSupport;

namespace VpcMirrorOperator.Core.Tests.Kinds.Sessions;

/// <summary>The whole reconciler with the real client, over an emulated cloud and a store in memory, on virtual time.</summary>
internal sealed class EngineRig
{
    public const string Account = "main";
    public static readonly ObjectKey Key = new("ids", "main");
    private int _failures;
    private TaskCompletionSource _woken = new();
    private RpcClient? _client;
    private CloudConsole? _console;

    private readonly Func<HttpMessageHandler, HttpMessageHandler> _wrap;

    public EngineRig(
        IReadOnlyList<string> desired, IEnumerable<string> actual, EmulatorSettings? settings = null,
        Func<HttpMessageHandler, HttpMessageHandler>? wrap = null, VirtualThread? thread = null,
        IReadOnlyList<SessionSeed>? others = null, string targetType = "NetworkInterface",
        Func<SessionSeed, SessionSeed>? seeded = null)
    {
        Thread = thread ?? new VirtualThread();
        _wrap = wrap ?? (cloud => cloud);
        var session = new SessionSeed
        {
            Id = Given.SessionId, TargetType = targetType, Sources = actual.ToImmutableSortedSet(StringComparer.Ordinal),
        };
        if (seeded is not null) session = seeded(session);
        var account = new AccountSeed(
            Account, TestClient.Key, TestClient.Secret, null, [new RegionSeed(Given.Region, true, [session, .. others ?? []])]);
        var seed = new EmulatorSeed { Settings = settings ?? EmulatorSettings.RaisedQuotas, Accounts = [account, Other()] };
        Cloud = new VpcEmulator(seed, Thread.Time);
        Store.Put(Given.Declared(desired));
        Reconciler = Process("me");
    }

    /// <summary>Keys of an account without sessions.</summary>
    public static StaticCredentialsProvider OtherKeys { get; } = new("LTAI5tOther", "OtherSecret");

    public VirtualThread Thread { get; }

    public VpcEmulator Cloud { get; }

    /// <summary>A person who reads and changes the account by hand.</summary>
    public CloudConsole Console => _console ??= new CloudConsole(this);

    public InMemorySessionStore Store { get; } = new();

    /// <summary>What namespaces may have, for processes that start from now on.</summary>
    public TenancyRules Tenancy { get; set; } = TenancyRules.Unrestricted;

    /// <summary>Whose created sessions are, for processes that start from now on.</summary>
    public Installation Installation { get; set; } = Installation.Of("cluster");

    /// <summary>The filters that sessions may refer to.</summary>
    public Dictionary<ObjectKey, TrafficMirrorFilter> Filters { get; } = [];

    public RecordedEvents Events { get; } = new();

    public RecordedLog Log { get; } = new();

    public SessionReconciler Reconciler { get; set; }

    public int Reconciles { get; private set; }

    public TrafficMirrorSessionStatus Status => Store.Find(Key)!.Status!;

    public Condition Ready => Conditions.Find(Status.Conditions, ConditionTypes.Ready)!;

    public IEnumerable<EmulatorCall> Calls => Cloud.Snapshot().Calls.Where(call => !call.Foreign);

    public EmulatorCall[] Writes => [.. Calls.Where(call => !call.Action.StartsWith("List", StringComparison.Ordinal))];

    public IEnumerable<string> Sources => Cloud.Snapshot().Find(Account, Given.Region, Given.SessionId)!.Sources;

    public bool Has(string condition) => Conditions.IsTrue(Status.Conditions, condition);

    /// <summary>Another process of the operator.</summary>
    /// <param name="holder">Its name.</param>
    /// <param name="keys">Its keys; null for those of the account that has the session.</param>
    public SessionReconciler Process(string holder, ICredentialsProvider? keys = null)
    {
        var client = _client = TestClient.Create(
            _wrap(new EmulatorHandler(Cloud)), Thread.Time, keys, nonces: new CountingNonces(holder));
        var reader = new SessionReader(client, Thread.Time);
        return new SessionReconciler(
            Store, client, reader, OptionsOf(holder), Thread.Time, new Random(1), Log, _ => _woken.TrySetResult(), Events, Events);
    }

    private ReconcilerOptions OptionsOf(string holder) => new()
    {
        Holder = holder, Tenancy = Tenancy, Installation = Installation, FindFilter = key => Filters.GetValueOrDefault(key),
    };

    private static AccountSeed Other() => new("other", "LTAI5tOther", "OtherSecret", null, [new RegionSeed(Given.Region, true, [])]);

    public void Edit(Func<TrafficMirrorSessionSpec, TrafficMirrorSessionSpec> change) =>
        Store.Put(Store.Find(Key)! with { Spec = change(Store.Find(Key)!.Spec) });

    public void Annotate(string name, string? value) => Store.Put(Store.Find(Key)!.Annotated(name, value));

    /// <summary>Other objects of the process make so many adds in the same region at once.</summary>
    public void UseUpWrites(int count) => Thread.Pass(TimeSpan.Zero, () =>
    {
        for (var i = 0; i < count; i++)
            _ = _client!.SendAsync(
                new AddSourcesToTrafficMirrorSessionRequest
                {
                    RegionId = Given.Region, TrafficMirrorSessionId = "tms-other", TrafficMirrorSourceIds = Given.Ids(1, 1), DryRun = true,
                },
                CancellationToken.None);
    });

    /// <summary>One reconcile; a conflict is an outcome here.</summary>
    public Outcome Reconcile() => Reconcile(Key);

    /// <inheritdoc cref="Reconcile()"/>
    public Outcome Reconcile(ObjectKey key)
    {
        Reconciles++;
        try
        {
            return Thread.Run(() => ToTheEndAsync(key));
        }
        catch (ConflictException)
        {
            return Outcome.RequeueAfter(TimeSpan.FromMilliseconds(50));
        }
    }

    /// <summary>As a controller does it: comes back when what was waited for is there, and lets a write go on.</summary>
    private async Task<Outcome> ToTheEndAsync(ObjectKey key)
    {
        while (true)
        {
            _woken = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var outcome = await Reconciler.ReconcileAsync(key, CancellationToken.None);
            if (outcome is Outcome.Continuing write) outcome = await write.Rest;
            if (outcome is not Outcome.Waiting) return outcome;
            await _woken.Task;
        }
    }

    /// <summary>Reconcile after reconcile, each as late as the one before asked or the back-off says.</summary>
    public void RunFor(TimeSpan span)
    {
        var end = Thread.Time.GetUtcNow() + span;
        while (Thread.Time.GetUtcNow() < end) Thread.Pass(Pause(Reconcile()));
    }

    public void RunUntil(Func<bool> condition)
    {
        for (var reconcile = 0; reconcile < 400; reconcile++)
        {
            var pause = Pause(Reconcile());
            if (condition()) return;
            Thread.Pass(pause);
        }
        Assert.Fail($"Not reached in {Reconciles} reconciles: {Ready.Reason}: {Ready.Message}");
    }

    public void RunUntilReady() => RunUntil(() => Ready.Status == ConditionStatus.True);

    public TimeSpan PauseAfter(Outcome outcome) => Pause(outcome);

    private TimeSpan Pause(Outcome outcome)
    {
        _failures = outcome is Outcome.Failure ? _failures + 1 : 0;
        return outcome is Outcome.Requeue again ? again.After : TimeSpan.FromSeconds(Math.Min(300, Math.Pow(2, _failures - 1)));
    }
}
