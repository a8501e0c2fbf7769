using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Core.Tests.Kinds.Sessions;

/// <summary>One region, or thirty, never keep the objects of another one waiting.</summary>
public class StarvationTests
{
    private const string Healthy = "cn-healthy";
    private const int HealthyObjects = 8;
    private static readonly Lazy<TimeSpan> Alone = new(() => TimeBeside(0, 0, (_, _, _) => Task.FromResult<HttpResponseMessage?>(null)));

    [Theory]
    [InlineData(1, 60)]
    [InlineData(1, 150)]
    [InlineData(30, 10)]
    public void Regions_that_hang(int regions, int objects) => Assert.Equal(Alone.Value, TimeBeside(regions, objects, HangAsync));

    [Theory]
    [InlineData(1, 60)]
    [InlineData(30, 10)]
    public void Regions_that_answer_after_nine_seconds(int regions, int objects) =>
        Assert.Equal(Alone.Value, TimeBeside(regions, objects, SlowAsync));

    [Theory]
    [InlineData(1, 60)]
    [InlineData(30, 10)]
    public void Regions_whose_writes_hang(int regions, int objects) => Assert.Equal(
        Alone.Value,
        TimeBeside(regions, objects, (rig, action, stop) => IsRead(action) ? Pass() : HangAsync(rig, action, stop)));

    [Theory]
    [InlineData(1, 60)]
    [InlineData(30, 10)]
    public void Regions_that_ask_for_a_long_pause(int regions, int objects) => Assert.Equal(
        Alone.Value,
        TimeBeside(regions, objects, (_, _, _) => Task.FromResult<HttpResponseMessage?>(FleetRig.Throttled(TimeSpan.FromMinutes(5)))));

    [Fact]
    public void Regions_that_have_been_dead_for_long()
    {
        static TimeSpan SecondEdit(int regions)
        {
            using var rig = Fleet(regions, 10);
            rig.Trouble = Dead(rig, HangAsync);
            rig.EditAll();
            rig.Pass(TimeSpan.FromMinutes(6));
            rig.EditAll();
            return rig.TimeUntilReady(Healthy);
        }

        Assert.Equal(SecondEdit(0), SecondEdit(30));
    }

    [Fact]
    public void Keys_that_never_come_hold_no_worker()
    {
        using var rig = Fleet(3, 30);
        rig.KeysAreFrozen = true;
        rig.EditAll();
        rig.Pass(TimeSpan.FromSeconds(1));
        Assert.Equal(0, rig.Queued);
    }

    [Fact]
    public void A_dead_region_has_one_call_under_way_and_all_its_objects_say_so()
    {
        using var rig = Fleet(1, 120);
        rig.Trouble = Dead(rig, HangAsync);
        rig.EditAll();
        var before = rig.Calls;
        for (var minute = 0; minute < 10; minute++)
        {
            rig.Pass(TimeSpan.FromSeconds(30));
            Assert.InRange(rig.UnderWay, 0, 1);
        }

        Assert.InRange(rig.Calls - before - CallsOfHealthy, 5, 30);
        Assert.All(rig.Ready("cn-dead-0"), ready => Assert.Equal(ConditionStatus.Unknown, ready));
    }

    [Fact]
    public void A_region_that_comes_back_is_caught_up_with_within_a_minute_and_a_half()
    {
        using var rig = Fleet(1, 20);
        rig.Trouble = Dead(rig, HangAsync);
        rig.EditAll();
        rig.Pass(TimeSpan.FromMinutes(15));
        rig.Trouble = (_, _, _) => Pass();
        Assert.InRange(rig.TimeUntilReady("cn-dead-0"), TimeSpan.Zero, TimeSpan.FromSeconds(90));
    }

    [Fact]
    public void Writes_of_a_slow_region_end_too()
    {
        using var rig = Fleet(1, 5);
        rig.Trouble = Dead(rig, SlowAsync);
        rig.EditAll();
        Assert.InRange(rig.TimeUntilReady("cn-dead-0"), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(5));
    }

    private static int CallsOfHealthy
    {
        get
        {
            using var rig = Fleet(0, 0);
            var before = rig.Calls;
            rig.EditAll();
            rig.Pass(TimeSpan.FromMinutes(5));
            return rig.Calls - before;
        }
    }

    /// <summary>How long the edits of the healthy region take, when the others fall ill in the same moment.</summary>
    private static TimeSpan TimeBeside(
        int regions, int objects, Func<FleetRig, string, CancellationToken, Task<HttpResponseMessage?>> trouble)
    {
        using var rig = Fleet(regions, objects);
        Assert.True(rig.AreReady(Healthy));
        rig.Trouble = Dead(rig, trouble);
        rig.EditAll();
        return rig.TimeUntilReady(Healthy);
    }

    private static Func<string, string, CancellationToken, Task<HttpResponseMessage?>> Dead(
        FleetRig rig, Func<FleetRig, string, CancellationToken, Task<HttpResponseMessage?>> trouble) =>
        (region, action, stop) => region == Healthy ? Pass() : trouble(rig, action, stop);

    /// <summary>The ill regions come first, in everything.</summary>
    private static FleetRig Fleet(int regions, int objects) =>
        new([.. Enumerable.Range(0, regions).Select(i => ($"cn-dead-{i}", objects)), (Healthy, HealthyObjects)]);

    private static bool IsRead(string action) => action.StartsWith("List", StringComparison.Ordinal);

    private static Task<HttpResponseMessage?> Pass() => Task.FromResult<HttpResponseMessage?>(null);

    private static async Task<HttpResponseMessage?> HangAsync(FleetRig rig, string action, CancellationToken stop)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, rig.Time, stop);
        return null;
    }

    private static async Task<HttpResponseMessage?> SlowAsync(FleetRig rig, string action, CancellationToken stop)
    {
        await Task.Delay(TimeSpan.FromSeconds(9), rig.Time, stop);
        return null;
    }
}
