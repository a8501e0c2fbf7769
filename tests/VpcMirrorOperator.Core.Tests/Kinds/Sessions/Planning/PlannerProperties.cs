using CsCheck;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Engine.Operations;
using VpcMirrorOperator.Kinds.Sessions.Planning;

namespace VpcMirrorOperator.Core.Tests.Kinds.Sessions.Planning;

/// <summary>What holds for every decision, whatever is declared, observed, recorded and remembered.</summary>
public class PlannerProperties
{
    [Fact]
    public void No_remove_ever_holds_a_desired_id() => EveryWrite((input, write) =>
        write.Operation.Verb == OperationVerb.Add || !write.Operation.Ids.Intersect(input.Declared.Spec.SourceIds).Any());

    [Fact]
    public void No_add_ever_holds_an_id_that_is_not_desired_or_is_mirrored_already() => EveryWrite((input, write) =>
        write.Operation.Verb == OperationVerb.Remove
        || write.Operation.Ids.All(id => input.Declared.Spec.SourceIds.Contains(id) && !input.Observed!.Sources.Contains(id)));

    [Fact]
    public void Batches_are_within_their_limits_and_their_ids_sorted_and_distinct() => EveryWrite((input, write) =>
        write.Operation.Ids.Count > 0
        && write.Operation.Ids.Count <= (write.Operation.Verb == OperationVerb.Add ? input.AddBatchSize : 10)
        && write.Operation.Ids.SequenceEqual(write.Operation.Ids.Distinct().Order(StringComparer.Ordinal)));

    [Fact]
    public void Nothing_is_written_unless_the_session_is_created_and_in_good_standing() => EveryWrite((input, _) =>
        input.Observed is { State: { Status: "Created", BusinessStatus: "Normal" or null } });

    [Fact]
    public void Nothing_is_written_while_an_operation_is_under_way() => EveryWrite((input, write) => SessionOperation.Progress(input)
        is not (OperationProgress.Running or OperationProgress.HeldByOther or OperationProgress.TimedOut or OperationProgress.Landing));

    [Fact]
    public void No_other_write_is_made_while_a_call_may_be_on_its_way() => EveryWrite((input, write) =>
        !SessionOperation.MayBeOnItsWay(input) || write.Operation.ClientToken == input.Declared.Status!.Operation!.ClientToken);

    [Fact]
    public void Nothing_is_written_while_suspended_observed_or_owned_by_another() => EveryWrite((input, _) =>
        input.Owner is null && input.Declared.Spec.Suspend != true && input.Declared.Spec.ManagementPolicy != ManagementPolicy.Observe);

    [Fact]
    public void AddOnly_never_removes() => EveryWrite((input, write) =>
        write.Operation.Verb == OperationVerb.Add || input.Declared.Spec.ManagementPolicy != ManagementPolicy.AddOnly);

    [Fact]
    public void No_new_remove_is_made_while_untroubled_adds_are_pending_unless_the_session_is_full() => EveryWrite((input, write) =>
        write.Operation.Verb == OperationVerb.Add || write.Operation.Attempts > 1
        || input.Declared.Spec.SourceIds.Except(input.Observed!.Sources).All(input.Memory.Trials.Rejected.ContainsKey)
        || input.Observed.Sources.Count >= input.Memory.Trials.CapacityAt(input.Now));

    [Fact]
    public void An_empty_list_removes_nothing_unless_that_is_allowed() => EveryWrite((input, _) =>
        input.Declared.Spec.SourceIds.Count > 0 || input.Declared.Spec.Safety?.AllowEmpty == true);

    [Fact]
    public void A_plan_above_its_limit_makes_no_removal_without_approval() => EveryWrite((input, write) =>
    {
        var plan = input.Plan();
        var limit = input.Declared.Spec.Safety?.MaxRemovals ?? SpecDefaults.MaxRemovals;
        return write.Operation.Verb == OperationVerb.Add
            || plan.Diff!.ToRemove.Length <= 1 && input.Declared.Spec.Safety?.MaxRemovals is null
            || plan.Diff!.ToRemove.Length <= limit.Of(input.Observed!.Sources.Count)
            || plan.Facts?.ApprovedHash == plan.Hash;
    });

    [Fact]
    public void A_write_is_a_repeat_of_the_recorded_one_or_has_a_new_number() => EveryWrite((input, write) =>
    {
        var status = input.Declared.Status;
        var (recorded, next) = (status?.Operation, write.Operation);
        return next.Attempts == 1
            ? next.Sequence == Math.Max(status?.OperationSequence ?? 0, input.Memory.Operation.KnownSequence) + 1
                && next.ClientToken != recorded?.ClientToken
            : next == recorded! with
            {
                Attempts = recorded.Attempts + 1, FirstStartedAt = recorded.FirstStartedAt ?? recorded.StartedAt, StartedAt = input.Now,
                Holder = input.Holder,
            };
    });

    [Fact]
    public void A_token_belongs_to_the_operation_and_fits_the_API() => EveryWrite((_, write) =>
        write.Operation.ClientToken is { Length: > 0 and <= 64 } token && token.All(char.IsAscii)
        && token == ClientTokens.For("uid-1", write.Operation));

    [Fact]
    public void Every_input_has_a_decision_with_reason_and_message_that_depends_on_nothing_else() => PlannerInputs.Any.Sample(input =>
    {
        var (plan, again) = (input.Plan(), input.Plan());
        Assert.NotEmpty(plan.Decision.Reason);
        Assert.NotEmpty(plan.Decision.Message);
        Assert.Equal((plan.Decision.GetType(), plan.Decision.Reason, plan.Decision.Message, plan.Hash),
            (again.Decision.GetType(), again.Decision.Reason, again.Decision.Message, again.Hash));
        Assert.True((plan.Diff is null) == (input.Observed is null));
    });

    [Fact]
    public void A_pause_that_a_decision_names_is_in_the_future() => PlannerInputs.Any.Sample(input => input.Plan().Decision switch
    {
        Decision.Wait { After: { } after } => after > TimeSpan.Zero,
        Decision.Stall { After: { } after } => after > TimeSpan.Zero,
        _ => true,
    });

    private static void EveryWrite(Func<PlannerInput, Decision.Write<OperationState>, bool> holds) => PlannerInputs.Any.Sample(
        input => input.Plan().Decision is not Decision.Write<OperationState> write || holds(input, write), iter: 2_000);
}
