using Microsoft.Extensions.Time.Testing;
using VpcMirrorOperator.Kubernetes.Control;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.Kubernetes.Queue;
using VpcMirrorOperator.Kubernetes.Tests.Support;
using VpcMirrorOperator.TestSupport;

namespace VpcMirrorOperator.Kubernetes.Tests.Control;

/// <summary>A controller on virtual time and one thread.</summary>
internal sealed class ControllerRig : IDisposable
{
    private readonly PumpContext _context = new();
    private readonly CancellationTokenSource _stop = new();

    public ControllerRig(ControllerOptions? options = null)
    {
        Queue = new WorkQueue<ObjectKey>(Time, new NoJitter());
        Reconciler = new ScriptedReconciler(Time);
        var controller = new Controller("test", Queue, Reconciler, options ?? new ControllerOptions(), Time, Log, Metrics);
        _context.Run(() => Running = controller.RunAsync(_stop.Token));
    }

    public FakeTimeProvider Time { get; } = new();

    public WorkQueue<ObjectKey> Queue { get; }

    public ScriptedReconciler Reconciler { get; }

    public RecordedLog Log { get; } = new();

    public ReconcileCounts Metrics { get; } = new();

    public Task Running { get; private set; } = Task.CompletedTask;

    public static ObjectKey Key(string name) => new("ns", name);

    public void Add(params string[] names) => _context.Run(() => Array.ForEach(names, n => Queue.Add(Key(n))));

    public void Do(Action action) => _context.Run(action);

    /// <summary>Lets time pass in small steps, with everything that follows from each.</summary>
    public void Advance(double seconds)
    {
        for (var step = 0; step < Math.Round(seconds * 10); step++)
            _context.Run(() => Time.Advance(TimeSpan.FromMilliseconds(100)));
    }

    public void Stop() => _context.Run(_stop.Cancel);

    public void Dispose()
    {
        Queue.Dispose();
        _stop.Dispose();
    }
}
