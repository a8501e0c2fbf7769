using VpcMirrorOperator.AlibabaCloud.Rpc;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorFilters;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Core.Tests.Kinds.Sessions;
using VpcMirrorOperator.Core.Tests.Kinds.Sessions.Planning;
using VpcMirrorOperator.Emulator;
using VpcMirrorOperator.Emulator.Seeds;
using VpcMirrorOperator.Emulator.Settings;
using VpcMirrorOperator.Emulator.Snapshots;
using VpcMirrorOperator.Engine.Lifecycle;
using VpcMirrorOperator.Engine.Tenancy;
using VpcMirrorOperator.Kinds.Filters;
using VpcMirrorOperator.Kubernetes.Control;
using VpcMirrorOperator.Kubernetes.Events;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.TestSupport;
using VpcMirrorOperator.TestSupport.Cloud;

namespace VpcMirrorOperator.Core.Tests.Kinds.Filters;

/// <summary>The whole filter reconciler with the real client, over an emulated cloud and a store in memory, on virtual time.</summary>
internal sealed class FilterRig
{
    public const string FilterId = "tmf-main";
    public static readonly ObjectKey Key = new("ids", "web");
    private int _failures;
    private TaskCompletionSource _woken = new();
    private readonly RpcClient _foreign;
    private readonly Func<HttpMessageHandler, HttpMessageHandler> _wrap;

    public FilterRig(
        TrafficMirrorFilterSpec spec, IEnumerable<RuleSeed> rules, bool inUse = false, EmulatorSettings? settings = null,
        Func<HttpMessageHandler, HttpMessageHandler>? wrap = null)
    {
        _wrap = wrap ?? (cloud => cloud);
        List<SessionSeed> sessions = inUse ? [new SessionSeed { Id = "tms-user", FilterId = FilterId }] : [];
        var region = new RegionSeed(Given.Region, true, sessions) { Filters = [new FilterSeed { Id = FilterId, Rules = [.. rules] }] };
        var account = new AccountSeed("main", TestClient.Key, TestClient.Secret, null, [region]);
        Cloud = new VpcEmulator(new EmulatorSeed { Settings = settings ?? new EmulatorSettings(), Accounts = [account] }, Thread.Time);
        Store.Put(Declared(spec));
        _foreign = TestClient.Create(new EmulatorHandler(Cloud), Thread.Time, nonces: new CountingNonces("foreign"));
        Reconciler = Process("me");
    }

    public VirtualThread Thread { get; } = new();

    public VpcEmulator Cloud { get; }

    public InMemoryFilterStore Store { get; } = new();

    public RecordedLog Log { get; } = new();

    public List<(EventType Type, string Reason, string Message)> Events { get; } = [];

    public FilterReconciler Reconciler { get; set; }

    public TenancyRules Tenancy { get; set; } = TenancyRules.Unrestricted;

    /// <summary>Whose created filters are, for processes that start from now on.</summary>
    public Installation Installation { get; set; } = Installation.Of("cluster-1");

    /// <summary>Who manages a session, for processes that start from now on.</summary>
    public Func<SessionRef, ObjectKey?> ManagerOf { get; set; } = _ => null;

    /// <summary>The namespace of the operator.</summary>
    public string OwnNamespace { get; set; } = "vpc-mirror-system";

    public TrafficMirrorFilterStatus Status => Store.Find(Key)!.Status!;

    public Condition Ready => Conditions.Find(Status.Conditions, ConditionTypes.Ready)!;

    /// <summary>Our own calls that change something.</summary>
    public EmulatorCall[] Writes => [.. Cloud.Snapshot().Calls.Where(call =>
        !call.Action.StartsWith("List", StringComparison.Ordinal) && call.ClientToken?.StartsWith("vmo-",
            StringComparison.Ordinal) == true)];

    public static TrafficMirrorFilterSpec Spec(params RuleSpec[] ingress) => new()
    {
        RegionId = Given.Region, TrafficMirrorFilterId = FilterId, IngressRules = ingress,
    };

    public static RuleSpec Accept(int priority, string source = "0.0.0.0/0") =>
        new() { Priority = priority, Action = RuleAction.Accept, SourceCidrBlock = source };

    public static RuleSpec Drop4789(int priority) =>
        new() { Priority = priority, Action = RuleAction.Drop, Protocol = RuleProtocol.Udp, DestinationPortRange = "4789/4789" };

    public static RuleSeed Seed(int priority, string source = "0.0.0.0/0") =>
        new() { Id = $"tmr-{priority}", Priority = priority, SourceCidrBlock = System.Net.IPNetwork.Parse(source) };

    /// <summary>The rules of a direction as the cloud lists them: number and content.</summary>
    public IReadOnlyList<(int Priority, RuleContent? Content)> Rules(RuleDirection direction = RuleDirection.Ingress)
    {
        var list = Thread.Run(() => new FilterLister(_foreign, Given.Region).ListAsync(CancellationToken.None));
        return [.. list.Find(FilterId)!.RulesOf(direction).Select(rule => (rule.Priority, rule.Content))];
    }

    /// <summary>All filters of the region.</summary>
    public IReadOnlyList<ObservedFilter> All() => [.. Thread.Run(
        () => new FilterLister(_foreign, Given.Region).ListAsync(CancellationToken.None)).All.Values.Select(one => one.Filter!)];

    /// <summary>Somebody else's call.</summary>
    public T Foreign<T>(Func<RpcClient, Task<T>> call) => Thread.Run(() => call(_foreign));

    public bool Has(string condition) => Conditions.IsTrue(Status.Conditions, condition);

    /// <summary>Another process of the operator.</summary>
    public FilterReconciler Process(string holder)
    {
        var client = TestClient.Create(_wrap(new EmulatorHandler(Cloud)), Thread.Time, nonces: new CountingNonces(holder));
        return new FilterReconciler(
            Store, new CloudAccount(Accounts.Default, client, Thread.Time),
            new FilterReconcilerOptions
            {
                Holder = holder, Tenancy = Tenancy, OwnNamespace = OwnNamespace, Installation = Installation, ManagerOf = ManagerOf,
            },
            Thread.Time, new Random(1), Log,
            _ => _woken.TrySetResult(), (_, type, reason, message) => Events.Add((type, reason, message)));
    }

    public void Edit(Func<TrafficMirrorFilterSpec, TrafficMirrorFilterSpec> change) =>
        Store.Put(Store.Find(Key)! with { Spec = change(Store.Find(Key)!.Spec) });

    /// <summary>One reconcile; a conflict is an outcome here.</summary>
    public Outcome Reconcile()
    {
        try
        {
            return Thread.Run(ToTheEndAsync);
        }
        catch (ConflictException)
        {
            return Outcome.RequeueAfter(TimeSpan.FromMilliseconds(50));
        }
    }

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

        Assert.Fail($"Not reached: {Ready.Reason}: {Ready.Message}");
    }

    public void RunUntilReady() => RunUntil(() => Ready.Status == ConditionStatus.True
        && Status.ObservedGeneration == Store.Find(Key)!.Metadata.Generation);

    private static TrafficMirrorFilter Declared(TrafficMirrorFilterSpec spec) => new()
    {
        Metadata = new ObjectMeta { Namespace = Key.Namespace, Name = Key.Name, Uid = "uid-1", CreationTimestamp = Given.Now },
        Spec = spec,
    };

    private async Task<Outcome> ToTheEndAsync()
    {
        while (true)
        {
            _woken = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var outcome = await Reconciler.ReconcileAsync(Key, CancellationToken.None);
            if (outcome is Outcome.Continuing write) outcome = await write.Rest;
            if (outcome is not Outcome.Waiting) return outcome;
            await _woken.Task;
        }
    }

    private TimeSpan Pause(Outcome outcome)
    {
        _failures = outcome is Outcome.Failure ? _failures + 1 : 0;
        return outcome is Outcome.Requeue again ? again.After : TimeSpan.FromSeconds(Math.Min(300, Math.Pow(2, _failures - 1)));
    }
}
