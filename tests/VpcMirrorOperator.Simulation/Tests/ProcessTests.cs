using VpcMirrorOperator.Simulation.Loop;

namespace VpcMirrorOperator.Simulation.Tests;

public class ProcessTests
{
    private readonly SimLoop _loop = new(seed: 1);

    [Fact]
    public void A_crash_drops_the_continuation_and_runs_no_finally_block()
    {
        var seen = new List<string>();
        var process = _loop.CreateProcess("A");
        _ = process.Start(async () =>
        {
            try
            {
                seen.Add("begin");
                await Task.Delay(World.Seconds(10), process.Time);
                seen.Add("end");
            }
            finally
            {
                seen.Add("finally");
            }
        });
        _loop.RunFor(World.Seconds(5));
        process.Kill();
        _loop.RunFor(World.Hour);
        Assert.Equal(["begin"], seen);
        Assert.False(process.IsAlive);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(4, 4)]
    [InlineData(9, 5)]
    public void A_crash_comes_after_that_many_steps(int steps, int expected)
    {
        var ran = 0;
        var process = _loop.CreateProcess("A");
        _ = process.Start(async () =>
        {
            for (ran = 1; ran < 5; ran++)
                await Task.Yield();
        });
        process.KillAfterSteps(steps);
        _loop.RunFor(World.Hour);
        Assert.Equal(expected, ran);
    }

    [Fact]
    public void Timers_die_with_their_process_and_others_live_on()
    {
        var (dead, living) = (0, 0);
        var (a, b) = (_loop.CreateProcess("A"), _loop.CreateProcess("B"));
        using var first = a.Time.CreateTimer(_ => dead++, null, World.Seconds(1), World.Seconds(1));
        using var second = b.Time.CreateTimer(_ => living++, null, World.Seconds(1), World.Seconds(1));
        _loop.RunFor(World.Seconds(3));
        a.Kill();
        _loop.RunFor(World.Seconds(4));
        Assert.Equal((3, 7), (dead, living));
    }

    [Fact]
    public void A_successor_can_be_started_from_the_death_of_a_process()
    {
        var lives = 0;
        void Spawn()
        {
            var process = _loop.CreateProcess($"A{++lives}");
            process.Died += Spawn;
            _ = process.Start(() => Task.Delay(World.Hour, process.Time));
            if (lives < 3)
                process.KillAfterSteps(1);
        }

        Spawn();
        _loop.RunFor(World.Hour);
        Assert.Equal(3, lives);
    }

    [Fact]
    public void A_pause_holds_steps_and_collapses_the_beats_of_a_timer()
    {
        var beats = new List<double>();
        var process = _loop.CreateProcess("A");
        using var timer = process.Time.CreateTimer(
            _ => beats.Add(_loop.Time.Elapsed.TotalSeconds), null, World.Seconds(1), World.Seconds(1));
        _loop.RunFor(World.Seconds(1.5));
        process.Pause(World.Seconds(5));
        process.Pause(World.Seconds(1));
        _loop.RunFor(World.Seconds(6.5));
        Assert.Equal([1, 6.5, 7, 8], beats);
    }

    [Fact]
    public void A_changed_timer_forgets_its_old_beat_and_a_disposed_one_all()
    {
        var (moved, gone) = (new List<double>(), 0);
        var process = _loop.CreateProcess("A");
        using var timer = process.Time.CreateTimer(
            _ => moved.Add(_loop.Time.Elapsed.TotalSeconds), null, World.Seconds(1), Timeout.InfiniteTimeSpan);
        var other = process.Time.CreateTimer(_ => gone++, null, World.Seconds(1), World.Seconds(1));
        Assert.True(timer.Change(World.Seconds(2), World.Seconds(3)));
        other.Dispose();
        Assert.False(other.Change(World.Seconds(1), World.Seconds(1)));
        _loop.RunFor(World.Seconds(9));
        Assert.Equal([2, 5, 8], moved);
        Assert.Equal(0, gone);
    }

    [Fact]
    public void Skew_falsifies_the_wall_clock_but_not_durations()
    {
        var process = _loop.CreateProcess("A", clockSkew: World.Seconds(-100));
        var began = process.Time.GetTimestamp();
        _loop.RunFor(World.Seconds(3));
        Assert.Equal(World.Seconds(-100), process.Time.GetUtcNow() - _loop.Time.GetUtcNow());
        Assert.Equal(World.Seconds(3), process.Time.GetElapsedTime(began));
    }

    [Fact]
    public void A_body_runs_on_the_calling_thread_only()
    {
        var threads = new HashSet<int> { Environment.CurrentManagedThreadId };
        World.Run(async process =>
        {
            for (var i = 0; i < 5; i++)
            {
                await Task.Delay(World.Seconds(1), process.Time);
                threads.Add(Environment.CurrentManagedThreadId);
            }
        });
        Assert.Single(threads);
        Assert.False(SynchronizationContext.Current is SimContext);
    }
}
