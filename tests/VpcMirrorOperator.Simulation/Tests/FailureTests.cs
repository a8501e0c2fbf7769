using VpcMirrorOperator.Simulation.Loop;

namespace VpcMirrorOperator.Simulation.Tests;

/// <summary>Whatever goes wrong ends the run, with all that is needed to replay and understand it.</summary>
public class FailureTests
{
    private readonly SimLoop _loop = new(seed: 77, new SimOptions { MaxSteps = 1000 });

    private SimProcess Process => field ??= _loop.CreateProcess("A");

    [Fact]
    public void An_exception_that_escapes_a_process() => AssertFails("boom", async () =>
    {
        Process.Trace("about to fail");
        await Task.Delay(World.Seconds(12.345), Process.Time);
        Process.Trace("failing");
        throw new InvalidDataException("boom");
    }, "t=0.000s p=A about to fail\nt=12.345s p=A failing");

    [Fact]
    public void A_broken_invariant()
    {
        var steps = 0;
        _loop.AfterEveryStep(() => Assert.True(++steps < 3, "three steps"));
        AssertFails("three steps", async () =>
        {
            while (true)
                await Task.Delay(World.Seconds(1), Process.Time);
        });
        Assert.Equal(3, _loop.Steps);
    }

    [Fact]
    public void A_livelock() => AssertFails("more than 1000 steps", async () =>
    {
        while (true)
            await Task.Yield();
    });

    [Fact]
    public void A_deadlock() => AssertFails("nothing is left", () => new TaskCompletionSource().Task);

    [Fact]
    public void A_time_limit() => AssertFails("not done within", () => Task.Delay(World.Hour * 2, Process.Time));

    [Fact]
    public void A_continuation_from_another_thread() => AssertFails("came back from another thread", async () =>
    {
        var context = SynchronizationContext.Current!;
        var thread = new Thread(() => context.Post(_ => { }, null));
        thread.Start();
        thread.Join();
        await Task.Yield();
    });

    [Fact]
    public void A_blocking_send() => AssertFails("Send would block", () =>
    {
        SynchronizationContext.Current!.Send(_ => { }, null);
        return Task.CompletedTask;
    });

    private void AssertFails(string what, Func<Task> body, string trace = "")
    {
        var done = Process.Start(body);
        var failure = Assert.Throws<SimulationException>(() => _loop.RunUntil(() => done.IsCompleted, World.Hour));
        Assert.StartsWith("seed 77, step ", failure.Message, StringComparison.Ordinal);
        Assert.Contains(what, failure.Message, StringComparison.Ordinal);
        Assert.EndsWith(trace, failure.Message, StringComparison.Ordinal);
    }
}
