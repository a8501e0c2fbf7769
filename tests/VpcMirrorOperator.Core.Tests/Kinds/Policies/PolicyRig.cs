using System.Collections.Immutable;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorPolicies;
using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Core.Tests.Kinds.Sessions;
using VpcMirrorOperator.Core.Tests.Kinds.Sessions.Planning;
using VpcMirrorOperator.Emulator;
using VpcMirrorOperator.Emulator.Interfaces;
using VpcMirrorOperator.Emulator.Seeds;
using VpcMirrorOperator.Emulator.Settings;
using VpcMirrorOperator.Emulator.Snapshots;
using VpcMirrorOperator.Engine.Kinds;
using VpcMirrorOperator.Engine.Lifecycle;
using VpcMirrorOperator.Engine.Tenancy;
using VpcMirrorOperator.Kinds.Policies;
using VpcMirrorOperator.Kinds.Policies.Cluster;
using VpcMirrorOperator.Kinds.Sessions;
using VpcMirrorOperator.Kubernetes.Control;
using VpcMirrorOperator.Kubernetes.Events;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.TestSupport;
using VpcMirrorOperator.TestSupport.Cloud;
using InterfaceType = VpcMirrorOperator.Emulator.Interfaces.InterfaceType;

namespace VpcMirrorOperator.Core.Tests.Kinds.Policies;

/// <summary>
/// A policy and its sessions, both with their whole reconcilers and the real client, over an emulated cloud and stores in memory, on
/// virtual
/// time. Keys are reconciled as a work queue does it: when woken, and when they asked for it.
/// </summary>
internal sealed class PolicyRig
{
    public const string Account = "main";
    public static readonly ObjectKey Key = new("ids", "shop");

    private readonly Dictionary<(string Kind, ObjectKey Key), DateTimeOffset> _due = [];
    private readonly Dictionary<(string Kind, ObjectKey Key), int> _failures = [];
    private readonly List<string> _uncovered = [];

    public PolicyRig(
        int interfaces, TrafficMirrorPolicySpec? spec = null, EmulatorSettings? settings = null,
            IReadOnlyList<SessionSeed>? sessions = null)
    {
        Interfaces = [.. Enumerable.Range(0, interfaces).Select(Id)];
        var region = new RegionSeed(Given.Region, true, sessions ?? [])
        {
            Filters = [new FilterSeed { Id = "tmf-all" }],
            NetworkInterfaces =
            [
                .. Interfaces.Select((id, i) => new InterfaceSeed
                {
                    Id = id, InstanceId = $"i-{i:D4}", Status = InterfaceStatus.InUse, Type = InterfaceType.Primary, Tags = Mirrored,
                }),
                .. new[] { "eni-target1", "eni-target2" }.Select(id => new InterfaceSeed
                {
                    Id = id, InstanceId = "i-sensor", Status = InterfaceStatus.InUse,
                }),
            ],
        };
        var seed = new EmulatorSeed
        {
            Settings = settings ?? new EmulatorSettings(),
            Accounts = [new AccountSeed(Account, TestClient.Key, TestClient.Secret, null, [region])],
        };
        Cloud = new VpcEmulator(seed, Thread.Time);
        Policies = new InMemoryPolicyStore(Thread.Time);
        Policies.Put(new TrafficMirrorPolicy
        {
            Metadata = new ObjectMeta { Namespace = Key.Namespace, Name = Key.Name, Uid = "uid-policy", CreationTimestamp = Given.Now },
            Spec = spec ?? Spec(),
        });
        Start();
    }

    public static ImmutableSortedDictionary<string, string> Mirrored { get; } =
        ImmutableSortedDictionary<string, string>.Empty.Add("mirror", "ids");

    public VirtualThread Thread { get; } = new() { Step = TimeSpan.FromMilliseconds(50) };

    public VpcEmulator Cloud { get; }

    public IReadOnlyList<string> Interfaces { get; }

    public InMemoryPolicyStore Policies { get; }

    public InMemorySessionStore Sessions { get; } = new();

    public List<(EventType Type, string Reason, string Message)> Events { get; } = [];

    public RecordedLog Log { get; } = new();

    public IClusterView? Cluster { get; set; }

    public bool IsNamespaceEnding { get; set; }

    /// <summary>Interfaces that must not go missing from all sessions once they are in one.</summary>
    public HashSet<string> MustStay { get; } = [];

    public IReconciler PolicyReconciler { get; private set; } = null!;

    public IReconciler SessionReconciler { get; private set; } = null!;

    public TrafficMirrorPolicy Policy => Policies.Find(Key)!;

    public TrafficMirrorPolicyStatus Status => Policy.Status!;

    public Condition Ready => Conditions.Find(Status.Conditions, ConditionTypes.Ready)!;

    /// <summary>The sources of each session of the account.</summary>
    public IReadOnlyList<IReadOnlyCollection<string>> Listed =>
        [.. Cloud.Snapshot().Accounts[0].Regions[0].Sessions.Select(session => session.Sources)];

    public IReadOnlyCollection<string> Mirrors => [.. Listed.SelectMany(ids => ids).Distinct().Order(StringComparer.Ordinal)];

    public EmulatorCall[] Writes => [.. Cloud.Snapshot().Calls.Where(call => !call.Foreign
        && !call.Action.StartsWith("List", StringComparison.Ordinal) && !call.Action.StartsWith("Describe", StringComparison.Ordinal))];

    public static string Id(int number) => $"eni-shop{number:D4}";

    public static TrafficMirrorPolicySpec Spec(params PolicyTarget[] targets) => new()
    {
        RegionId = Given.Region,
        Sources = [new SourceEntry { NetworkInterfaces = new InterfaceSource { Tags = Mirrored } }],
        Targets = targets.Length > 0 ? targets : [new PolicyTarget { Type = "SLB", Id = "lb-sensors" }],
        FilterId = "tmf-all",
        SessionTemplate = new SessionTemplate { Priorities = new PriorityRange(100, 199) },
        DeletionPolicy = DeletionPolicy.Delete,
    };

    /// <summary>A new process: nothing of the old one's memory is left.</summary>
    public void Start()
    {
        var client = TestClient.Create(new EmulatorHandler(Cloud), Thread.Time, nonces: new CountingNonces("me" + _due.Count));
        var (account, links) = (new CloudAccount(Accounts.Default, client, Thread.Time), new KindLinks());
        links.Offer(Policies);
        links.Offer(Sessions);
        SessionReconciler = new SessionReconciler(
            Sessions, client, account.Sessions,
            new ReconcilerOptions
            {
                Holder = "me", Tenancy = TenancyRules.Unrestricted, Installation = Installation.Of("cluster"),
                Policies = new OwningPolicies(links, (_, _) => ValueTask.FromResult(IsNamespaceEnding)),
                FullElsewhere = new InterfaceSessions(account.AllSessions).FullElsewhere,
            },
            Thread.Time, new Random(1), Log, key => Wake("session", key));
        PolicyReconciler = new PolicyReconciler(
            Policies, Sessions, account,
            new PolicyReconcilerOptions
            {
                Installation = Installation.Of("cluster"), Tenancy = TenancyRules.Unrestricted, Links = links, Cluster = Cluster,
                IsNamespaceEnding = (_, _) => ValueTask.FromResult(IsNamespaceEnding),
            },
            Thread.Time, Log, key => Wake("policy", key), (_, type, reason, message) => Events.Add((type, reason, message)));
    }

    public void Edit(Func<TrafficMirrorPolicySpec, TrafficMirrorPolicySpec> change)
    {
        Policies.Put(Policy with { Spec = change(Policy.Spec) });
        Wake("policy", Key);
    }

    public void Approve(string plan)
    {
        Policies.Touch(Policy with
        {
            Metadata = Policy.Metadata with
            {
                Annotations = new Dictionary<string, string>(Policy.Metadata.Annotations) { [Annotations.ApprovedPlan] = plan },
            },
        });
        Wake("policy", Key);
    }

    public void Untag(params IEnumerable<string> ids)
    {
        foreach (var id in ids)
            Cloud.ChangeNetworkInterface(Account, Given.Region, new InterfaceChange { Verb = InterfaceVerb.Tag, Id = id,
                RemovedTags = ["mirror"] });
    }

    public void Tag(params IEnumerable<string> ids)
    {
        foreach (var id in ids)
            Cloud.ChangeNetworkInterface(Account, Given.Region, new InterfaceChange { Verb = InterfaceVerb.Tag, Id = id, Tags = Mirrored });
    }

    public void DeletePolicy()
    {
        Policies.Delete(Key);
        Wake("policy", Key);
    }

    public void RunFor(TimeSpan span)
    {
        var end = Thread.Time.GetUtcNow() + span;
        while (Thread.Time.GetUtcNow() < end) Step();
    }

    public void RunUntil(Func<bool> condition, int minutes = 30)
    {
        var end = Thread.Time.GetUtcNow().AddMinutes(minutes);
        while (!condition())
        {
            if (Thread.Time.GetUtcNow() > end) Assert.Fail($"Not reached: {Said()}; {Mirrors.Count} mirrored");
            Step();
        }
    }

    private string Said() => Policies.Find(Key)?.Status is null ? "nothing" : $"{Ready.Reason}: {Ready.Message}";

    public void RunUntilReady() => RunUntil(() => Policy.Status is not null && Ready.Status == ConditionStatus.True
        && Status.ObservedGeneration == Policy.Metadata.Generation && Status.Interfaces?.Covered == Status.Interfaces?.Mirrorable);

    private void Step()
    {
        foreach (var policy in Policies.List().ToList()) _due.TryAdd(("policy", policy.Key()), Given.Now);
        foreach (var session in Sessions.List().ToList()) _due.TryAdd(("session", session.Key()), Given.Now);
        var now = Thread.Time.GetUtcNow();
        foreach (var key in _due.Where(one => one.Value <= now).Select(one => one.Key).ToList()) Reconcile(key);
        foreach (var gone in _due.Keys.Where(key => key.Kind == "session" && Sessions.Find(key.Key) is null).ToList())
        {
            Reconcile(gone);
            _due.Remove(gone);
            Wake("policy", Key);
        }

        Thread.Pass(TimeSpan.FromMilliseconds(200));
        WatchCoverage();
    }

    private void WatchCoverage()
    {
        var mirrored = Mirrors.ToHashSet();
        foreach (var gap in MustStay.Where(id => !mirrored.Contains(id))) _uncovered.Add(gap);
        Assert.Empty(_uncovered);
    }

    private void Reconcile((string Kind, ObjectKey Key) key)
    {
        _due[key] = DateTimeOffset.MaxValue;
        var versions = Versions();
        var outcome = Outcome(key);
        _failures[key] = outcome is Outcome.Failure ? _failures.GetValueOrDefault(key) + 1 : 0;
        var pause = outcome switch
        {
            Kubernetes.Control.Outcome.Requeue again => again.After,
            Kubernetes.Control.Outcome.Waiting wait => wait.AtMost,
            Kubernetes.Control.Outcome.Failure => TimeSpan.FromSeconds(Math.Min(300, Math.Pow(2, _failures[key] - 1))),
            _ => TimeSpan.FromDays(1),
        };
        var due = Thread.Time.GetUtcNow() + pause;
        if (due < _due[key]) _due[key] = due;
        // A change of an object wakes it and its policy.
        foreach (var (session, version) in Versions())
            if (versions.GetValueOrDefault(session) != version)
            {
                if (key.Kind == "policy") Wake("session", session);
                Wake("policy", Key);
            }
    }

    private Outcome Outcome((string Kind, ObjectKey Key) key)
    {
        try
        {
            return Thread.Run(() => ReconcileAsync(key));
        }
        catch (ConflictException)
        {
            return Kubernetes.Control.Outcome.RequeueAfter(TimeSpan.FromMilliseconds(50));
        }
    }

    private async Task<Outcome> ReconcileAsync((string Kind, ObjectKey Key) key)
    {
        var reconciler = key.Kind == "policy" ? PolicyReconciler : SessionReconciler;
        var outcome = await reconciler.ReconcileAsync(key.Key, CancellationToken.None);
        return outcome is Kubernetes.Control.Outcome.Continuing write ? await write.Rest : outcome;
    }

    private Dictionary<ObjectKey, string> Versions() => Sessions.List().ToDictionary(one => one.Key(), one => one.Metadata.ResourceVersion);

    private void Wake(string kind, ObjectKey key) => _due[(kind, key)] = Thread.Time.GetUtcNow();
}
