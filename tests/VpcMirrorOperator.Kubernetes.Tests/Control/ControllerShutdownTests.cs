using VpcMirrorOperator.Kubernetes.Control;

namespace VpcMirrorOperator.Kubernetes.Tests.Control;

public sealed class ControllerShutdownTests : IDisposable
{
    private readonly ControllerRig rig = new(new ControllerOptions { Workers = 1 });
    private readonly TaskCompletionSource<Outcome> open = new();

    public ControllerShutdownTests() => rig.Reconciler.Pass = async (_, ct) => await open.Task.WaitAsync(ct);

    public void Dispose() => rig.Dispose();

    [Fact]
    public void An_idle_controller_stops_at_once()
    {
        rig.Stop();
        Assert.True(rig.Running.IsCompletedSuccessfully);
    }

    [Fact]
    public void A_pass_under_way_may_finish_within_the_grace_period_and_no_new_key_is_taken()
    {
        rig.Add("a", "b");
        rig.Stop();
        rig.Advance(19.9);
        Assert.False(rig.Running.IsCompleted);
        rig.Do(() => open.SetResult(Outcome.Done));
        Assert.True(rig.Running.IsCompletedSuccessfully);
        Assert.Equal([(PassResult.Success, 19.9)], rig.Metrics.Ended);
        Assert.Equal(["a"], rig.Reconciler.Begun.Select(b => b.Name));
        Assert.Equal(1, rig.Queue.Count);
    }

    [Fact]
    public void A_pass_that_outlasts_the_grace_period_is_cancelled_and_its_key_kept()
    {
        rig.Add("a");
        rig.Stop();
        rig.Advance(20);
        Assert.True(rig.Running.IsCompletedSuccessfully);
        Assert.Equal([(PassResult.Interrupted, 20.0)], rig.Metrics.Ended);
        Assert.Equal((1, 0), (rig.Queue.Count, rig.Queue.Failures(ControllerRig.Key("a"))));
        Assert.Contains(rig.Log.Lines, l => l.Id == 112);
    }

    [Fact]
    public void Draining_the_queue_ends_the_controller_after_the_last_key()
    {
        rig.Add("a", "b");
        rig.Do(rig.Queue.ShutDown);
        Assert.False(rig.Running.IsCompleted);
        rig.Do(() => open.SetResult(Outcome.Done));
        Assert.True(rig.Running.IsCompletedSuccessfully);
        Assert.Equal(2, rig.Reconciler.Begun.Count);
    }

    [Fact]
    public void Without_grace_passes_are_cancelled_at_once()
    {
        using var strict = new ControllerRig(new ControllerOptions { ShutdownGrace = TimeSpan.Zero });
        strict.Reconciler.Pass = async (_, ct) => await open.Task.WaitAsync(ct);
        strict.Add("a");
        strict.Stop();
        strict.Advance(0.1);
        Assert.True(strict.Running.IsCompletedSuccessfully);
    }
}
