using VpcMirrorOperator.Kubernetes.Control;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Kubernetes.Tests.Control;

/// <summary>Does what the test says, and notes which reconcile began when.</summary>
internal sealed class ScriptedReconciler(TimeProvider time) : IReconciler
{
    private readonly long _start = time.GetTimestamp();

    public Func<ObjectKey, CancellationToken, ValueTask<Outcome>> Reconcile { get; set; } = (_, _) => new(Outcome.Done);

    public List<(string Name, double Second)> Begun { get; } = [];

    public IEnumerable<double> Seconds => Begun.Select(b => b.Second);

    public ValueTask<Outcome> ReconcileAsync(ObjectKey key, CancellationToken cancellationToken)
    {
        Begun.Add((key.Name, time.GetElapsedTime(_start).TotalSeconds));
        return Reconcile(key, cancellationToken);
    }
}
