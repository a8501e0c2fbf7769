using System.Text.Json.Nodes;
using VpcMirrorOperator.Kubernetes.Events;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.Kubernetes.Tests.Support;

namespace VpcMirrorOperator.Kubernetes.Tests.Events;

/// <summary>A recorder whose server takes every event, on virtual time.</summary>
internal sealed class EventRig : IEventMetrics, IDisposable
{
    public static readonly ObjectReference Pod = new() { ApiVersion = "v1", Kind = "Pod", Namespace = "ns", Name = "p", Uid = "u" };

    private readonly CancellationTokenSource _stop = new();

    public EventRig()
    {
        Kube.Server.Otherwise = _ => ScriptedServer.Json("{}");
        var options = new EventRecorderOptions { Controller = "example.com/test", Instance = "pod-1" };
        Recorder = new EventRecorder(Kube.Client, options, Kube.Time, Kube.Log, this);
    }

    public KubeRig Kube { get; } = new();

    public EventRecorder Recorder { get; }

    public Task Running { get; private set; } = Task.CompletedTask;

    /// <summary>Events that were dropped, by why.</summary>
    public Dictionary<EventLoss, int> Losses { get; } = [];

    public void Dropped(EventLoss loss, int count) => Losses[loss] = Losses.GetValueOrDefault(loss) + count;

    public IEnumerable<string> Verbs => Kube.Server.Requests.Select(r => r.Split(' ')[0]);

    public void Run() => Running = Kube.Start(() => Recorder.RunAsync(_stop.Token));

    public void Stop() => Kube.Do(_stop.Cancel);

    public void Record(string reason, string note) => Record(Pod, reason, note);

    public void Record(ObjectReference about, string reason, string note) =>
        Kube.Do(() => Recorder.Record(about, EventType.Normal, reason, "Sync", note));

    /// <summary>The body of a request.</summary>
    public JsonNode Sent(int request) => JsonNode.Parse(Kube.Server.Bodies[request]!)!;

    /// <summary>The count of the series that a request writes.</summary>
    public int Count(int request) => (int)Sent(request)["series"]!["count"]!;

    public void Dispose()
    {
        _stop.Dispose();
        Kube.Dispose();
    }
}
