using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Core.Tests.Kinds.Sessions.Planning;
using VpcMirrorOperator.Emulator.Faults;
using VpcMirrorOperator.Emulator.Settings;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Engine.Operations;

namespace VpcMirrorOperator.Core.Tests.Kinds.Sessions;

/// <summary>Rule 6: the intent is recorded before the call, and no accident doubles or loses a write.</summary>
public class IntentTests
{
    [Fact]
    public void The_intent_is_in_the_status_before_the_cloud_is_called()
    {
        var rig = new EngineRig(Given.Ids(1, 2), []);
        rig.Store.BeforeWrite = status =>
        {
            if (status.Operation is { AcceptedAt: null } operation)
            {
                Assert.Empty(rig.Writes);
                Assert.Equal(Given.Ids(1, 2), operation.Ids);
            }
            return Task.CompletedTask;
        };
        rig.Reconcile();
        Assert.Equal(rig.Writes.Single().ClientToken, rig.Store.Written[0].Operation!.ClientToken);
        Assert.NotNull(rig.Status.Operation!.AcceptedAt);
        Assert.Equal(rig.Writes.Single().RequestId, rig.Status.LastRequestId);
    }

    [Theory]
    [InlineData(FaultKind.DropAfterEffect)]
    [InlineData(FaultKind.ErrorAfterEffect)]
    [InlineData(FaultKind.DropBeforeEffect)]
    public void A_lost_answer_leads_to_exactly_one_execution(FaultKind fault)
    {
        var rig = new EngineRig(Given.Ids(1, 2), [], EmulatorSettings.RaisedQuotas with { StaleAfterWrite = TimeSpan.FromSeconds(3) });
        rig.Cloud.Faults.Add(new FaultRule { Kind = fault, Action = "AddSourcesToTrafficMirrorSession", Times = 1 });
        rig.RunUntilReady();
        Assert.Single(rig.Writes, call => call.Executed);
        Assert.Equal(2, rig.Writes.Length);
        Assert.Single(rig.Writes.Select(call => call.ClientToken).Distinct());
        Assert.False(rig.Has(ConditionTypes.DriftDetected));
    }

    [Fact]
    public void An_intent_that_loses_against_another_writer_calls_nobody()
    {
        var rig = new EngineRig(Given.Ids(1, 2), []);
        rig.Store.BeforeWrite = _ =>
        {
            rig.Store.BeforeWrite = null;
            rig.Annotate("touched", "by somebody");
            return Task.CompletedTask;
        };
        rig.Reconcile();
        Assert.Empty(rig.Writes);
        rig.RunUntilReady();
        Assert.Single(rig.Writes);
    }

    [Fact]
    public void An_intent_that_took_too_long_to_record_calls_nobody_and_is_taken_up_again_with_its_token()
    {
        var rig = new EngineRig(Given.Ids(1, 2), []);
        rig.Store.BeforeWrite = _ =>
        {
            rig.Store.BeforeWrite = null;
            return Task.Delay(TimeSpan.FromSeconds(6), rig.Thread.Time);
        };
        rig.Reconcile();
        Assert.Empty(rig.Writes);
        var token = rig.Status.Operation!.ClientToken;
        rig.RunUntilReady();
        Assert.Equal(token, rig.Writes.Single().ClientToken);
    }

    [Fact]
    public void A_new_process_leaves_a_fresh_intent_of_another_alone_and_then_takes_it_up_with_its_token()
    {
        var rig = new EngineRig(Given.Ids(1, 2), []);
        rig.Store.BeforeWrite = _ => throw new InvalidOperationException("the process dies while the intent is recorded");
        Assert.Throws<InvalidOperationException>(() => rig.Reconcile());
        rig.Store.BeforeWrite = null;
        rig.Cloud.Faults.Add(new FaultRule { Kind = FaultKind.DropBeforeEffect, Action = "AddSourcesToTrafficMirrorSession", Times = 1 });
        rig.Reconcile();
        var token = rig.Status.Operation!.ClientToken;

        rig.Reconciler = rig.Process("successor");
        rig.Reconcile();
        Assert.Equal((Reasons.WaitingForOtherProcess, 1), (rig.Ready.Reason, rig.Writes.Length));
        rig.RunUntilReady();
        Assert.Equal((token, 2), (rig.Writes[1].ClientToken, rig.Writes.Length));
    }

    [Fact]
    public void A_call_is_given_up_when_nobody_can_wait_for_it_any_more()
    {
        var rig = new EngineRig(Given.Ids(1, 2), []);
        var begun = rig.Thread.Time.GetUtcNow();
        rig.Store.BeforeWrite = status =>
        {
            // Between the intent and the call the rate budget was used up by others.
            rig.Store.BeforeWrite = null;
            rig.UseUpWrites(60);
            return Task.CompletedTask;
        };
        rig.Reconcile();
        var waited = rig.Thread.Time.GetUtcNow() - begun;
        Assert.InRange(waited, TimeSpan.FromSeconds(19), OperationLimits.InFlightLimit + TimeSpan.FromMilliseconds(100)); // and the read
    }
}
