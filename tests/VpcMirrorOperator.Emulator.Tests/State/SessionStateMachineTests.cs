namespace VpcMirrorOperator.Emulator.Tests.State;

public class SessionStateMachineTests
{
    [Fact]
    public void A_write_turns_the_session_Modifying_and_takes_effect_when_it_is_Created_again()
    {
        var stage = new Stage();
        Assert.Equal("OK", stage.Add("eni-3").Code);
        Assert.Equal("Modifying", stage.ListedStatus);
        Assert.Equal(["eni-1", "eni-2"], stage.ListedSources);
        stage.Pass(2.999);
        Assert.Equal("Modifying", stage.ListedStatus);
        stage.Pass(0.001);
        Assert.Equal("Created", stage.ListedStatus);
        Assert.Equal(["eni-1", "eni-2", "eni-3"], stage.ListedSources);
    }

    [Fact]
    public void In_the_stale_period_List_shows_the_old_state_but_writes_are_refused()
    {
        var stage = new Stage("staleAfterWrite: 2s");
        stage.Remove("eni-1");
        Assert.Equal("Created", stage.ListedStatus);
        Assert.Equal(["eni-1", "eni-2"], stage.ListedSources);
        Assert.Equal(SessionStatus.Modifying, stage.State.Status);
        Assert.Equal("IncorrectStatus.TrafficMirrorSession", stage.Add("eni-9").Code);
        stage.Pass(2);
        Assert.Equal("Modifying", stage.ListedStatus);
        stage.Pass(3);
        Assert.Equal("Created", stage.ListedStatus);
        Assert.Equal(["eni-2"], stage.ListedSources);
    }

    [Fact]
    public void A_change_can_be_set_to_show_as_soon_as_the_session_is_Modifying()
    {
        var stage = new Stage("applyAt: start, staleAfterWrite: 1s");
        stage.Add("eni-3");
        Assert.Equal(["eni-1", "eni-2"], stage.ListedSources);
        stage.Pass(1);
        Assert.Equal("Modifying", stage.ListedStatus);
        Assert.Equal(["eni-1", "eni-2", "eni-3"], stage.ListedSources);
    }

    [Fact]
    public void With_no_modify_duration_a_write_is_done_at_once()
    {
        var stage = new Stage("modifyDuration: 0s".Replace("modifyDuration: 0s", "modifyJitter: 0s", StringComparison.Ordinal));
        stage.Emulator.Settings = stage.Emulator.Settings with { ModifyDuration = TimeSpan.Zero };
        stage.Add("eni-3");
        Assert.Equal("Created", stage.ListedStatus);
        Assert.Equal("OK", stage.Remove("eni-3").Code);
    }

    [Fact]
    public void Jitter_lengthens_the_Modifying_period_and_is_the_same_for_the_same_random_seed()
    {
        static DateTimeOffset End(int seed)
        {
            var stage = new Stage("modifyJitter: 10s", randomSeed: seed);
            stage.Add("eni-3");
            return stage.State.Pending!.EndsAt;
        }

        var ends = Enumerable.Range(1, 20).Select(End).ToList();
        var start = new Stage().Time.GetUtcNow();
        Assert.All(ends, end => Assert.InRange(end - start, TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(13)));
        Assert.True(ends.Distinct().Count() > 15);
        Assert.Equal(ends[4], End(5));
    }

    [Theory]
    [InlineData(SessionStatus.Creating)]
    [InlineData(SessionStatus.Modifying)]
    [InlineData(SessionStatus.Deleting)]
    public void A_session_held_in_another_status_stays_there_and_refuses_writes(SessionStatus status)
    {
        var stage = new Stage();
        stage.Emulator.SetStatus("main", Stage.Region, Stage.Session, status);
        stage.Pass(3600);
        Assert.Equal(status.ToString(), stage.ListedStatus);
        Assert.Equal("IncorrectStatus.TrafficMirrorSession", stage.Add("eni-3").Code);
        stage.Emulator.SetStatus("main", Stage.Region, Stage.Session, SessionStatus.Created);
        Assert.Equal("OK", stage.Add("eni-3").Code);
    }
}
