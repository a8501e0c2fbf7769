using VpcMirrorOperator.Output;

namespace VpcMirrorOperator.Tests.Output;

public class WaitNoticesTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 4, 5, 6, 0, TimeSpan.Zero);
    private readonly WaitClock _clock = new();
    private readonly WaitNotices _notices = new();

    [Fact]
    public void A_cause_is_announced_once_with_its_first_object_and_its_end()
    {
        Assert.Equal(
            ["05:06:00 waiting for cn-hangzhou: default/web-tier (tms-bp1z7v0atwwgwebtier) and 1 more: Throttled: Slow down."],
            At(0, Throttled, Throttled with { Key = Rows.New.Key }));
        Assert.Empty(At(1, Throttled, Throttled with { Message = "Slow down, request 2." }));
        Assert.Equal(["05:06:09 cn-hangzhou: Throttled is over, it lasted 9 s"], At(9, Rows.Working));
        Assert.Empty(At(10, Rows.Working));
    }

    [Fact]
    public void Another_cause_is_another_notice()
    {
        At(0, Throttled);

        Assert.Equal(2, At(5, Throttled with { Reason = "CloudUnreachable" }).Count);
    }

    [Fact]
    public void Ordinary_work_and_holds_are_no_waits_for_the_cloud() => Assert.Empty(At(0, [.. Rows.All]));

    private static SessionRow Throttled => Rows.Working with { Reason = "Throttled", Message = "Slow down." };

    private IReadOnlyList<string> At(int seconds, params SessionRow[] rows) =>
        _notices.Next(_clock.Mark(rows, Start.AddSeconds(seconds)), Start.AddSeconds(seconds));
}
