using VpcMirrorOperator.Engine.Kinds;
using VpcMirrorOperator.Kubernetes.Control;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Core.Tests.Engine.Kinds;

public class RunningReconcilesTests
{
    [Fact]
    public void A_reconcile_that_ends_while_somebody_asks_for_the_longest_disturbs_nobody()
    {
        var running = new RunningReconciles(new Quick(), TimeProvider.System);
        var ended = false;
        var worker = new Thread(() =>
        {
            while (!Volatile.Read(ref ended)) running.ReconcileAsync(new ObjectKey("ids", "main"), CancellationToken.None).AsTask().Wait();
        });
        worker.Start();
        try
        {
            for (var asked = 0; asked < 2_000_000; asked++) Assert.True(running.Longest is null or { Took.Ticks: >= 0 });
        }
        finally
        {
            Volatile.Write(ref ended, true);
            worker.Join();
        }

        Assert.Null(running.Longest);
        Assert.Equal(TimeSpan.Zero, running.Unfinished);
    }

    private sealed class Quick : IReconciler
    {
        public ValueTask<Outcome> ReconcileAsync(ObjectKey key, CancellationToken cancellationToken) => ValueTask.FromResult(Outcome.Done);
    }
}
