using System.Text.Json;
using CsCheck;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Core.Tests.Kinds.Sessions.Planning;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Kinds.Sessions;
using VpcMirrorOperator.Kinds.Sessions.Planning;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Core.Tests.Kinds.Sessions;

/// <summary>What the status says for what was planned.</summary>
public class StatusTests
{
    [Fact]
    public void Conditions_follow_the_kstatus_rules_for_every_input() => PlannerInputs.Any.Sample(input =>
    {
        var status = Given.Status(input);
        var ready = Conditions.Find(status.Conditions, ConditionTypes.Ready)!;
        var (reconciling, stalled) = (Has(status, ConditionTypes.Reconciling), Has(status, ConditionTypes.Stalled));
        Assert.False(reconciling && stalled);
        Assert.False(ready.Status == ConditionStatus.True && (reconciling || stalled));
        Assert.All(
            status.Conditions,
            condition => Assert.True(condition.Type == ConditionTypes.Ready || condition.Status == ConditionStatus.True));
        Assert.All(status.Conditions, condition => Assert.Equal(1, condition.ObservedGeneration));
        Assert.Equal(status.Conditions.Count, status.Conditions.DistinctBy(condition => condition.Type).Count());
        Assert.Equal(input.Declared.Spec.Suspend == true, Has(status, ConditionTypes.Paused));
        Assert.Equal(input.Owner is not null && input.Plan().Decision is not Decision.Wait, Has(status, ConditionTypes.OwnershipConflict));
    }, iter: 2000);

    [Fact]
    public void Ready_means_that_the_declared_sources_are_really_mirrored() => PlannerInputs.Any.Sample(input =>
    {
        var status = Given.Status(input);
        if (!Has(status, ConditionTypes.Ready)) return;
        Assert.True(input.Observed is { IsMirroring: true, IsSettled: true });
        Assert.Equal((0, 0, 100), (status.Sources!.ToAdd, status.Sources.ToRemove, status.Sources.Coverage));
    }, iter: 2000);

    [Fact]
    public void The_same_observation_again_gives_the_status_that_is_stored_and_is_no_news() => PlannerInputs.Any.Sample(input =>
    {
        var status = Stored(input.Declared, Given.Status(input));
        var first = input.Plan();
        var memory =
            input.Memory with { Operation = input.Memory.Operation with { Contest = first.Facts?.Contest,
                Finished = first.Facts?.Finished ?? input.Memory.Operation.Finished } };
        var again = input with { Declared = input.Declared with { Status = status }, Memory = memory };
        if (input.Plan().Decision is Decision.Write<OperationState> || again.Plan() is var plan
            && plan.Decision is Decision.Write<OperationState>) return;
        var second = Given.Status(again, plan, again.Now.AddMinutes(7));
        if (plan.Decision == input.Plan().Decision) Assert.True(SaysTheSame(status, second));
    }, iter: 2000);

    [Fact]
    public void No_list_of_the_status_is_longer_than_twenty()
    {
        var memory = SessionMemory.Empty.Refusing(60, Given.Ids(1, 30));
        var status = Given.Status(Given.Input(Given.Ids(1, 90), Given.Ids(100, 50)) with { Memory = memory });
        Assert.Equal((20, 20, 20), (status.RejectedSources.Count, status.Plan!.Add.Count, status.Plan.Remove.Count));
        Assert.Equal((30, 90, 50), (status.Sources!.Rejected, status.Sources.ToAdd, status.Sources.ToRemove));
    }

    [Theory]
    [InlineData("Created", "Normal", true, 66)]
    [InlineData("Modifying", "Normal", true, 66)]
    [InlineData("Created", "FinancialLocked", true, 0)]
    [InlineData("Created", "Normal", false, 0)]
    [InlineData("Deleting", "Normal", true, 0)]
    public void Coverage_counts_what_is_really_mirrored_rounded_down(string state, string business, bool enabled, int coverage)
    {
        var status = Given.Status(Given.Input(Given.Declared(Given.Ids(1, 3)), Given.Session(Given.Ids(2, 4), state, business, enabled)));
        Assert.Equal((3, 4, coverage), (status.Sources!.Desired, status.Sources.Actual, status.Sources.Coverage));
    }

    [Fact]
    public void A_missing_session_covers_nothing()
    {
        var status = Given.Status(Given.Input(Given.Declared(Given.Ids(1, 3)), null));
        Assert.Equal((3, 0, 0), (status.Sources!.Desired, status.Sources.Actual, status.Sources.Coverage));
        Assert.Null(status.Session);
    }

    [Fact]
    public void A_failure_keeps_what_was_known_and_says_why_nothing_newer_is()
    {
        var input = Given.Input(Given.Ids(1, 1), Given.Ids(1, 1));
        var declared = input.Declared with { Status = Given.Status(input) };
        var call = new FailedCall("R", "M", NeedsUser: false, "request-1");
        var failed = SessionStatusBuilder.Failed(declared, call, null, Given.Now).Status!;
        Assert.Equal(
            (declared.Status.Session, declared.Status.Sources, "request-1"), (failed.Session, failed.Sources, failed.LastRequestId));
        Assert.Equal(ConditionStatus.Unknown, Conditions.Find(failed.Conditions, ConditionTypes.Ready)!.Status);
        Assert.True(Has(failed, ConditionTypes.Reconciling));
        var stalled =
            SessionStatusBuilder.Failed(
                declared with { Status = failed }, new FailedCall("R", "M", NeedsUser: true, null), null, Given.Now).Status!;
        Assert.True(Has(stalled, ConditionTypes.Stalled) && !Has(stalled, ConditionTypes.Reconciling));
    }

    [Fact]
    public void Another_request_id_alone_is_no_news()
    {
        var status = new TrafficMirrorSessionStatus { LastRequestId = "1" };
        Assert.True(SaysTheSame(status, status with { LastRequestId = "2", LastWrites = [Write] }));
        Assert.False(SaysTheSame(status, status with { ObservedGeneration = 2 }));
        Assert.False(SaysTheSame(null, status));
    }

    private static WriteRecord Write => new() { Time = Given.Now, Verb = OperationVerb.Add, Sources = 1, Result = "OK" };

    private static bool SaysTheSame(TrafficMirrorSessionStatus? old, TrafficMirrorSessionStatus current)
    {
        var declared = Given.Declared([]);
        return SessionStatusBuilder.SaysTheSame(declared with { Status = old }, declared with { Status = current });
    }

    /// <summary>The status as it is read again after it was written.</summary>
    private static TrafficMirrorSessionStatus Stored(TrafficMirrorSession declared, TrafficMirrorSessionStatus status)
    {
        var kind = SessionKind.Resource;
        var stored = JsonSerializer.SerializeToNode(declared with { Status = null }, kind.Type)!.AsObject();
        stored["status"] = kind.Status(declared with { Status = status });
        return stored.Deserialize(kind.Type)!.Status!;
    }

    private static bool Has(TrafficMirrorSessionStatus status, string type) => Conditions.IsTrue(status.Conditions, type);
}
