using VpcMirrorOperator.Hosting;

namespace VpcMirrorOperator.Core.Tests.Hosting;

public class AllocationPaceTests
{
    private const long Burst = AllocationPace.Burst;

    [Fact]
    public void Memory_is_given_back_once_after_a_burst_and_not_while_it_lasts()
    {
        var pace = new AllocationPace();
        Assert.Equal([false, false, true, false], Looks(pace, Burst, 3 * Burst, 3 * Burst + 1, 3 * Burst + 2));
    }

    [Fact]
    public void What_a_quiet_process_allocates_is_collected_when_it_has_become_much()
    {
        var pace = new AllocationPace();
        var step = AllocationPace.Quiet - 1;
        var looks = Looks(pace, [.. Enumerable.Range(1, 20).Select(i => i * step)]);
        Assert.Equal(1, looks.Count(rest => rest));
        Assert.True(looks[(int)(Burst / step)]);
    }

    [Fact]
    public void A_process_that_did_little_is_left_alone() =>
        Assert.DoesNotContain(true, Looks(new AllocationPace(), 0, 1000, Burst - 1, Burst - 1));

    private static bool[] Looks(AllocationPace pace, params long[] allocated) => [.. allocated.Select(pace.IsRest)];
}
