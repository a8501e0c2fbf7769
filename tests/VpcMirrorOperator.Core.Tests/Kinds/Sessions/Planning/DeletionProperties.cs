using CsCheck;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Engine.Operations;
using VpcMirrorOperator.Kinds.Sessions.Planning;

namespace VpcMirrorOperator.Core.Tests.Kinds.Sessions.Planning;

/// <summary>What holds for every decision about a deleted object, whatever is declared, observed, recorded and remembered.</summary>
public class DeletionProperties
{
    private static readonly Gen<PlannerInput> Deleted = Gen.Select(PlannerInputs.Any, Gen.Int[0, 9], Gen.Int[0, 9], Gen.Int[0, 19]).Select(
        (input, policy, finalizer, kind) => input with
        {
            KindIsGoingAway = kind == 0,
            Declared = input.Declared.Deleted(finalizer == 0 ? [] : [Finalizers.Detach]) with
            {
                Spec = input.Declared.Spec with { DeletionPolicy = policy < 2 ? DeletionPolicy.Retain : DeletionPolicy.Detach },
            },
        });

    [Fact]
    public void A_deletion_only_removes_and_only_what_the_object_desires_and_the_session_has() => EveryWrite((input, write) =>
        write.Operation.Verb == OperationVerb.Remove && write.Operation.Ids.Count is > 0 and <= 10
        && write.Operation.Ids.All(id => input.Declared.Spec.SourceIds.Contains(id) && input.Observed!.Sources.Contains(id)));

    [Fact]
    public void Nothing_is_written_under_Retain_without_finalizer_by_an_uninstall_or_a_rival_or_suspended_or_without_Sync() =>
        EveryWrite((input, _) =>
        input is { Owner: null, KindIsGoingAway: false,
            Declared: { Spec: { DeletionPolicy: DeletionPolicy.Detach } spec, Metadata.Finalizers: [Finalizers.Detach] } }
        && spec is { Suspend: not true, ManagementPolicy: ManagementPolicy.Sync });

    [Fact]
    public void A_session_is_left_with_a_source_unless_it_may_be_empty() => EveryWrite((input, write) =>
        input.Declared.Spec.Safety?.AllowEmpty == true || input.Observed!.Sources.Count > write.Operation.Ids.Count);

    [Fact]
    public void A_deletion_above_its_limit_of_removals_makes_no_write_without_approval() => EveryWrite((input, _) =>
        input.Declared.Spec.Safety?.MaxRemovals is not { } limit
        || input.Observed!.Sources.Count(input.Declared.Spec.SourceIds.Contains) <= limit.Of(input.Observed.Sources.Count)
        || input.Declared.Metadata.Annotations.ContainsKey(Annotations.ApprovedPlan));

    [Fact]
    public void What_is_let_go_has_left_nothing_in_the_session_or_was_not_to_be_detached() => Deleted.Sample(input =>
        input.Plan().Decision is not Decision.Release { Reason: Reasons.Detached }
        || !input.Declared.Spec.SourceIds.Any(input.Observed!.Sources.Contains), iter: 2_000);

    [Fact]
    public void Nothing_is_let_go_while_a_call_may_be_on_its_way() => Deleted.Sample(input =>
        input.Plan().Decision is not Decision.Release
        || input.Declared.Metadata.Finalizers.Count == 0
        || input.Declared.Status?.Operation is not { AcceptedAt: null } operation
        || input.Memory.Operation.Answered == OperationAttempt.Of(operation)
        || input.Now - operation.StartedAt >= OperationLimits.InFlightLimit, iter: 2_000);

    [Fact]
    public void Whatever_keeps_it_for_long_names_the_way_out() => Deleted.Sample(input =>
        input.Plan().Decision is not (Decision.Hold or Decision.Stall)
        || input.Plan().Decision.Message.Contains("deletionPolicy: Retain", StringComparison.Ordinal), iter: 2_000);

    [Fact]
    public void A_deletion_is_never_done_with_a_pause_in_the_past() => Deleted.Sample(input => input.Plan().Decision switch
    {
        Decision.Wait { After: { } after } => after > TimeSpan.Zero,
        Decision.Stall { After: { } after } => after > TimeSpan.Zero,
        Decision.Done => false,
        _ => true,
    }, iter: 2_000);

    private static void EveryWrite(Func<PlannerInput, Decision.Write<OperationState>, bool> holds) => Deleted.Sample(
        input => input.Plan().Decision is not Decision.Write<OperationState> write || holds(input, write), iter: 5_000);
}
