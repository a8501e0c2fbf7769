using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Core.Tests.Kinds.Sessions.Planning;
using VpcMirrorOperator.Emulator.Settings;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Core.Tests.Kinds.Sessions;

/// <summary>The main job against the emulated cloud.</summary>
public class ConvergenceTests
{
    [Fact]
    public void The_first_source_of_a_session_is_added_with_one_write()
    {
        var rig = new EngineRig(Given.Ids(1, 1), []);
        rig.RunUntilReady();
        Assert.Equal(Given.Ids(1, 1), rig.Sources);
        Assert.Single(rig.Writes);
        Assert.Null(rig.Status.Operation);
        Assert.Null(rig.Status.Plan);
        Assert.Equal(100, rig.Status.Sources!.Coverage);
    }

    [Fact]
    public void Half_of_the_sources_are_replaced_without_a_gap_in_two_adds_and_two_removes()
    {
        var rig = new EngineRig(Given.Ids(18, 35), Given.Ids(1, 35));
        rig.RunUntilReady();
        Assert.Equal(Given.Ids(18, 35), rig.Sources);
        Assert.Equal(["Add", "Add", "Remove", "Remove"], rig.Writes.Select(call => call.Action.Split("Sources")[0]));
        Assert.All(rig.Writes, call => Assert.Equal("OK", call.Code));
        Assert.All(rig.Writes, call => Assert.InRange(call.Ids.Length, 1, 10));
    }

    [Fact]
    public void A_session_as_declared_costs_no_write_and_after_its_first_status_no_status_write()
    {
        var rig = new EngineRig(Given.Ids(1, 5), Given.Ids(1, 5));
        rig.RunUntilReady();
        rig.Store.Written.Clear();
        rig.RunFor(TimeSpan.FromHours(2));
        Assert.Empty(rig.Store.Written);
        Assert.Empty(rig.Writes);
        Assert.InRange(rig.Calls.Count(), 20, 27); // one per drift check interval
    }

    [Fact]
    public void A_region_that_takes_one_id_per_add_is_learned_once()
    {
        var rig = new EngineRig(Given.Ids(1, 6), [], EmulatorSettings.RaisedQuotas with { MaxSourcesPerAdd = 1 });
        rig.RunUntilReady();
        Assert.Equal(7, rig.Writes.Length);
        Assert.Equal(6, rig.Writes[0].Ids.Length);
        Assert.All(rig.Writes[1..], call => Assert.Equal((1, "OK"), (call.Ids.Length, call.Code)));
    }

    [Fact]
    public void In_a_full_session_room_is_made_for_the_next_add()
    {
        var rig = new EngineRig(Given.Ids(3, 6), Given.Ids(1, 6), EmulatorSettings.RaisedQuotas with { MaxSourcesPerSession = 6 });
        var reasons = new HashSet<string>();
        rig.Store.BeforeWrite = status =>
        {
            reasons.Add(Conditions.Find(status.Conditions, ConditionTypes.Ready)!.Reason);
            return Task.CompletedTask;
        };
        rig.RunUntilReady();
        Assert.Equal(Given.Ids(3, 6), rig.Sources);
        Assert.Contains(Reasons.MakingRoom, reasons);
    }

    [Fact]
    public void A_session_that_is_too_small_stalls_and_asks_only_now_and_then()
    {
        var rig = new EngineRig(Given.Ids(1, 8), [], EmulatorSettings.RaisedQuotas with { MaxSourcesPerSession = 6 });
        rig.RunUntil(() => rig.Ready.Reason == Reasons.QuotaExceeded);
        Assert.Equal(6, rig.Sources.Count());
        var before = rig.Writes.Length;
        rig.RunFor(TimeSpan.FromHours(1));
        Assert.InRange(rig.Writes.Length - before, 6, 18);
        Assert.True(rig.Has(ConditionTypes.Stalled));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(30)]
    public void Convergence_takes_little_longer_than_the_cloud_once_the_duration_is_learned(int seconds)
    {
        var settings = EmulatorSettings.RaisedQuotas with { ModifyDuration = TimeSpan.FromSeconds(seconds) };
        var rig = new EngineRig(Given.Ids(1, 100), [], settings);
        rig.RunUntilReady();
        var start = rig.Thread.Time.GetUtcNow();
        rig.Edit(spec => spec with { SourceIds = Given.Ids(1, 300) });
        rig.RunUntilReady();
        Assert.InRange((rig.Thread.Time.GetUtcNow() - start) / TimeSpan.FromSeconds(seconds * 20), 1, 1.06);
    }

    [Fact]
    public void A_list_that_is_old_right_after_a_write_leads_to_no_second_write()
    {
        var rig = new EngineRig(Given.Ids(1, 12), [], EmulatorSettings.RaisedQuotas with { StaleAfterWrite = TimeSpan.FromSeconds(4) });
        rig.RunUntilReady();
        Assert.Equal(2, rig.Writes.Length);
    }
}
