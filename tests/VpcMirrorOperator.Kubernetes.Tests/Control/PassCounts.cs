using VpcMirrorOperator.Kubernetes.Control;

namespace VpcMirrorOperator.Kubernetes.Tests.Control;

internal sealed class PassCounts : IControllerMetrics
{
    public int Started { get; private set; }

    public List<(PassResult Result, double Seconds)> Ended { get; } = [];

    public bool Broken { get; set; }

    public void PassStarted()
    {
        if (Broken) throw new InvalidOperationException("broken metrics");
        Started++;
    }

    public void PassEnded(PassResult result, TimeSpan took) => Ended.Add((result, took.TotalSeconds));
}
