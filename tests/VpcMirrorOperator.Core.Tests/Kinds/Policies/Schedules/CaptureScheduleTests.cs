using VpcMirrorOperator.Api.TrafficMirrorPolicies;
using VpcMirrorOperator.Kinds.Policies.Schedules;

namespace VpcMirrorOperator.Core.Tests.Kinds.Policies.Schedules;

public class CaptureScheduleTests
{
    private static readonly TimeSpan Delay = TimeSpan.FromMinutes(1);

    /// <summary>Edits of the end within a window, at a minute: another end, a restart, or a status that is lost.</summary>
    private static readonly (int At, int? End)[] Edits =
    [
        .. from at in new[] { 12, 15, 19 } from end in new[] { 5, 14, 17, 20, 25, 30 } select (at, (int?)end), (12, null), (18, null),
    ];

    [Fact]
    public void P23_over_all_histories_an_end_that_could_be_seen_closes_and_a_slip_does_not()
    {
        foreach (var history in Histories(3))
        {
            var (isAlive, isSlip) = Play(history);
            Assert.True(isAlive == isSlip, $"alive {isAlive}, slip {isSlip}: {string.Join(' ', history)}");
        }
    }

    [Fact]
    public void P23_late_after_downtime_it_closes_at_once() =>
        Assert.Equal(CaptureState.Closed, CaptureSchedule.State(Until(20), Minute(20), Minute(4000)));

    [Fact]
    public void P23_a_schedule_added_outside_its_window_closes_nothing()
    {
        Assert.Equal(CaptureState.Outside, CaptureSchedule.State(new CaptureWindow { StartsAt = Minute(50) }, null, Minute(20)));
        var recorded = CaptureSchedule.Record(Until(10), null, Minute(20), Delay);
        Assert.Equal(CaptureState.Outside, CaptureSchedule.State(Until(10), recorded, Minute(20)));
    }

    [Fact]
    public void P23_an_end_nearer_than_the_delay_is_not_recorded()
    {
        Assert.Null(CaptureSchedule.Record(Until(20), null, Minute(16), TimeSpan.FromMinutes(5)));
        Assert.Equal(Minute(20), CaptureSchedule.Record(Until(20), null, Minute(15), TimeSpan.FromMinutes(5)));
        Assert.Equal(Minute(20), CaptureSchedule.Record(Until(20), Minute(20), Minute(19), TimeSpan.FromMinutes(5)));
    }

    [Fact]
    public void It_says_when_it_changes()
    {
        var window = new CaptureWindow { StartsAt = Minute(10), EndsAt = Minute(20) };
        Assert.Equal(
            [Minute(10), Minute(20), null], new[] { 5, 10, 20 }.Select(minute => CaptureSchedule.NextChange(window, Minute(minute))));
    }

    private static IEnumerable<(int At, int? End)[]> Histories(int most)
    {
        IEnumerable<(int At, int? End)[]> all = [[]];
        for (var i = 0; i < most; i++)
            all = all.Concat(all.Where(one => one.Length == 0 || one.Length < most)
                .SelectMany(one => Edits.Where(edit => one.Length == 0 || edit.At > one[^1].At).Select(edit => (one, edit)))
                .Select(pair => ((int At, int? End)[])[.. pair.one, pair.edit])).ToList();
        return all;
    }

    /// <summary>Plays a window until minute 20, minute by minute.</summary>
    /// <returns>
    /// Whether the sessions live on after all ends, and whether the last end was written when it was past, and was not announced before.
    /// </returns>
    private static (bool IsAlive, bool IsSlip) Play((int At, int? End)[] history)
    {
        var (end, isAlive, isSlip) = (20, true, false);
        DateTimeOffset? recorded = Minute(20);
        int? announced = 20;
        for (var minute = 10; minute <= 40; minute++)
        {
            foreach (var (at, edited) in history.Where(edit => edit.At == minute))
                if (edited is null) (recorded, announced) = (null, null);
                else if (isAlive) isSlip = (end = edited.Value) <= at && end != announced;
                else end = edited.Value;
            if (end > minute) announced = end;

            recorded = CaptureSchedule.Record(Until(end), recorded, Minute(minute), Delay);
            if (CaptureSchedule.State(Until(end), recorded, Minute(minute)) == CaptureState.Closed) isAlive = false;
        }

        return (isAlive, isSlip);
    }

    private static CaptureWindow Until(int minute) => new() { EndsAt = Minute(minute) };

    private static DateTimeOffset Minute(int minute) => DateTimeOffset.UnixEpoch.AddMinutes(minute);
}
