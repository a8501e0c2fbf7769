using System.Net;
using System.Web;
using Microsoft.Extensions.Logging.Abstractions;
using VpcMirrorOperator.AlibabaCloud.Credentials;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Core.Tests.Kinds.Sessions.Planning;
using VpcMirrorOperator.Emulator.Seeds;
using VpcMirrorOperator.Emulator.Settings;
using VpcMirrorOperator.Emulator;
using VpcMirrorOperator.Engine.Lifecycle;
using VpcMirrorOperator.Engine.Tenancy;
using VpcMirrorOperator.Kinds.Sessions;
using VpcMirrorOperator.Kubernetes.Control;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.Kubernetes.Queue;
using VpcMirrorOperator.TestSupport.Cloud;

namespace VpcMirrorOperator.Core.Tests.Kinds.Sessions;

/// <summary>Many objects in several regions, with the product's own queue, four workers and client, on virtual time.</summary>
internal sealed class FleetRig : IDisposable
{
    private readonly VirtualThread _thread = new() { Step = TimeSpan.FromMilliseconds(20) };
    private readonly InMemorySessionStore _store = new();
    private readonly WorkQueue<ObjectKey> _queue;
    private readonly Handler _network;
    private int _edits;

    /// <param name="regions">Each region with the number of its objects, in the order in which they are queued.</param>
    public FleetRig(params (string Region, int Objects)[] regions)
    {
        foreach (var (region, objects) in regions)
            for (var i = 0; i < objects; i++) _store.Put(Declared(region, i, Given.Ids(1, 2)));
        var seed = new EmulatorSeed { Settings = EmulatorSettings.RaisedQuotas, Accounts = [Account(regions)] };
        var cloud = new VpcEmulator(seed, _thread.Time);
        _network = new Handler(this, new EmulatorHandler(cloud));
        _queue = new WorkQueue<ObjectKey>(_thread.Time, new Random(1));
        var client = TestClient.Create(_network, _thread.Time, new Keys(this));
        var reconciler = new SessionReconciler(
            _store, client, new SessionReader(client, _thread.Time),
            new ReconcilerOptions { Holder = "me", Tenancy = TenancyRules.WithoutList, Installation = Installation.Of("cluster") },
            _thread.Time, new Random(1),
            NullLogger.Instance, _queue.Resume);
        var controller = new VpcMirrorOperator.Kubernetes.Control.Controller(
            "fleet", _queue, reconciler, new ControllerOptions(), _thread.Time, NullLogger.Instance);
        _thread.Pass(TimeSpan.Zero, () => _ = controller.RunAsync(CancellationToken.None));
        _thread.Pass(TimeSpan.FromMinutes(1), QueueAll);
    }

    public TimeProvider Time => _thread.Time;

    /// <summary>Stands in for the network when it answers; null passes the call on to the cloud.</summary>
    public Func<string, string, CancellationToken, Task<HttpResponseMessage?>> Trouble { get; set; } =
        (_, _, _) => Task.FromResult<HttpResponseMessage?>(null);

    /// <summary>Calls that are under way now.</summary>
    public int UnderWay => _network.UnderWay;

    public int Calls { get; private set; }

    /// <summary>Objects that are due and that no worker has taken.</summary>
    public int Queued => _queue.Count;

    /// <summary>Keys that never come, from now on.</summary>
    public bool KeysAreFrozen { get; set; }

    /// <summary>Everybody edits everything: the list of each object becomes another one.</summary>
    public void EditAll()
    {
        _edits++;
        foreach (var declared in _store.List().ToList())
            _store.Put(declared with { Spec = declared.Spec with { SourceIds = Given.Ids(1 + _edits, 2) } });
        _thread.Pass(TimeSpan.Zero, QueueAll);
    }

    public void Pass(TimeSpan span) => _thread.Pass(span);

    /// <summary>How long it takes until all objects of a region are as declared, at most an hour.</summary>
    public TimeSpan TimeUntilReady(string region)
    {
        var begun = Time.GetUtcNow();
        while (!AreReady(region))
        {
            Assert.True(Time.GetUtcNow() - begun < TimeSpan.FromHours(1), $"{region} is not ready after an hour");
            _thread.Pass(TimeSpan.FromMilliseconds(50));
        }
        return Time.GetUtcNow() - begun;
    }

    public bool AreReady(string region) => Of(region).All(declared =>
        declared.Status is { } status && status.ObservedGeneration == declared.Metadata.Generation
        && Conditions.IsTrue(status.Conditions, ConditionTypes.Ready));

    public IEnumerable<ConditionStatus?> Ready(string region) =>
        Of(region).Select(declared => Conditions.Find(declared.Status!.Conditions, ConditionTypes.Ready)?.Status);

    public void Dispose()
    {
        _queue.Dispose();
        _network.Dispose();
    }

    private IEnumerable<TrafficMirrorSession> Of(string region) => _store.List().Where(declared => declared.Spec.RegionId == region);

    private void QueueAll()
    {
        foreach (var declared in _store.List()) _queue.Add(declared.Key());
    }

    private static AccountSeed Account((string Region, int Objects)[] regions) => new(
        "main", TestClient.Key, TestClient.Secret, null,
        [.. regions.Select(region => new RegionSeed(
            region.Region, true, [.. Enumerable.Range(0, region.Objects).Select(i => new SessionSeed { Id = Id(region.Region, i) })]))]);

    private static string Id(string region, int number) => $"tms-{region}-{number}";

    private static TrafficMirrorSession Declared(string region, int number, string[] ids)
    {
        var declared = Given.Declared(ids, spec => spec with { RegionId = region, TrafficMirrorSessionId = Id(region, number) });
        return declared with { Metadata = declared.Metadata with { Name = $"{region}-{number:000}", Uid = $"uid-{region}-{number}" } };
    }

    private sealed class Handler(FleetRig rig, HttpMessageHandler cloud) : DelegatingHandler(cloud)
    {
        public int UnderWay { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            rig.Calls++;
            UnderWay++;
            try
            {
                var region = HttpUtility.ParseQueryString(request.RequestUri!.Query)["RegionId"]!;
                var action = request.Headers.GetValues("x-acs-action").Single();
                return await rig.Trouble(region, action, cancellationToken) ?? await base.SendAsync(request, cancellationToken);
            }
            finally
            {
                UnderWay--;
            }
        }
    }

    private sealed class Keys(FleetRig rig) : ICredentialsProvider
    {
        public string Name => "keys";

        public async ValueTask<CloudCredentials> GetAsync(CancellationToken cancellationToken)
        {
            if (rig.KeysAreFrozen) await Task.Delay(Timeout.InfiniteTimeSpan, rig.Time, cancellationToken);
            return new CloudCredentials(TestClient.Key, TestClient.Secret, null, null, Name);
        }

        public void Invalidate()
        {
        }
    }

    /// <summary>A refusal for too many calls, which asks for a pause.</summary>
    public static HttpResponseMessage Throttled(TimeSpan pause) => new(HttpStatusCode.TooManyRequests)
    {
        Content = new StringContent("""{"Code":"Throttling.User","Message":"no","RequestId":"r"}"""),
        Headers = { { "x-acs-retry-after", $"{pause.TotalMilliseconds:0}" } },
    };
}
