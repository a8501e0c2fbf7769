using VpcMirrorOperator.Kubernetes.Control;

namespace VpcMirrorOperator.Kubernetes.Tests.Control;

internal sealed class ReconcileCounts : IControllerMetrics
{
    public int Started { get; private set; }

    public List<(ReconcileResult Result, double Seconds)> Ended { get; } = [];

    public bool Broken { get; set; }

    public void ReconcileStarted()
    {
        if (Broken) throw new InvalidOperationException("broken metrics");
        Started++;
    }

    public int Freed { get; private set; }

    public void WorkerFreed() => Freed++;

    public void ReconcileEnded(ReconcileResult result, TimeSpan took) => Ended.Add((result, took.TotalSeconds));
}
