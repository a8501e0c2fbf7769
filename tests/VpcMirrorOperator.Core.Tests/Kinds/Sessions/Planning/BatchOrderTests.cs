using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Kinds.Sessions.Planning;

namespace VpcMirrorOperator.Core.Tests.Kinds.Sessions.Planning;

/// <summary>Rules 4 and 5: which batch comes next, and how large it is.</summary>
public class BatchOrderTests
{
    [Fact]
    public void Missing_sources_are_added_before_extra_ones_are_removed()
    {
        var write = Given.Input(Given.Ids(2, 2), Given.Ids(1, 2)).Write();
        Assert.Equal((OperationVerb.Add, Reasons.AddingSources), (write.Operation.Verb, write.Reason));
        Assert.Equal(["eni-0003"], write.Operation.Ids);
    }

    [Fact]
    public void Extra_sources_are_removed_once_nothing_is_missing()
    {
        var write = Given.Input(Given.Ids(1, 2), Given.Ids(1, 3)).Write();
        Assert.Equal((OperationVerb.Remove, Reasons.RemovingSources), (write.Operation.Verb, write.Reason));
        Assert.Equal(["eni-0003"], write.Operation.Ids);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(1)]
    [InlineData(50)]
    public void An_add_has_as_many_ids_as_the_region_takes(int size)
    {
        var input = Given.Input(Given.Ids(1, 60), []) with { AddBatchSize = size };
        Assert.Equal(Given.Ids(1, size), input.Write().Operation.Ids);
    }

    [Fact]
    public void A_remove_never_has_more_than_ten_ids_whatever_the_add_batch_size_is()
    {
        var input = Given.Input(Given.Ids(1, 1), Given.Ids(1, 40)) with { AddBatchSize = 50 };
        Assert.Equal(Given.Ids(2, 10), input.Write().Operation.Ids);
    }

    [Fact]
    public void A_full_session_loses_only_as_many_sources_as_the_next_add_needs()
    {
        var input = Given.Input(Given.Ids(3, 4), Given.Ids(1, 4)) with { Memory = Full(at: 4, seconds: 60) };
        var write = input.Write();
        Assert.Equal((OperationVerb.Remove, Reasons.MakingRoom), (write.Operation.Verb, write.Reason));
        Assert.Equal(Given.Ids(1, 2), write.Operation.Ids);
    }

    [Fact]
    public void An_add_takes_no_more_room_than_a_session_of_known_capacity_has()
    {
        var input = Given.Input(Given.Ids(1, 12), Given.Ids(1, 4)) with { Memory = Full(at: 7, seconds: 60) };
        Assert.Equal(Given.Ids(5, 3), input.Write().Operation.Ids);
    }

    [Fact]
    public void A_full_session_with_nothing_to_remove_is_stalled_until_the_capacity_is_doubted()
    {
        var plan = (Given.Input(Given.Ids(1, 5), Given.Ids(1, 4)) with { Memory = Full(at: 4, seconds: 60) }).Plan();
        var stall = Assert.IsType<Decision.Stall>(plan.Decision);
        Assert.Equal((Reasons.QuotaExceeded, TimeSpan.FromSeconds(60)), (stall.Reason, stall.After));
    }

    [Fact]
    public void A_capacity_is_forgotten_after_its_time_and_one_source_tries()
    {
        var input = Given.Input(Given.Ids(1, 9), Given.Ids(1, 4)) with { Memory = Full(at: 4, seconds: 0) };
        var operation = input.Write().Operation;
        Assert.Equal((OperationVerb.Add, 1), (operation.Verb, operation.Ids.Count));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(5)]
    public void A_session_that_has_more_or_fewer_sources_than_when_it_was_full_is_tried_with_all(int sources)
    {
        var input = Given.Input(Given.Ids(1, 9), Given.Ids(1, sources)) with { Memory = Full(at: 4, seconds: 0) };
        Assert.Equal(9 - sources, input.Write().Operation.Ids.Count);
    }

    [Fact]
    public void A_new_operation_is_numbered_after_all_earlier_ones()
    {
        var input = Given.Input(Given.Ids(1, 1), []);
        var status = new TrafficMirrorSessionStatus { OperationSequence = 41 };
        var operation = (input with { Declared = input.Declared with { Status = status } }).Write().Operation;
        Assert.Equal((42, 1, Given.Me, Given.Now), (operation.Sequence, operation.Attempts, operation.Holder, operation.StartedAt));
        Assert.Null(operation.AcceptedAt);
    }

    [Fact]
    public void Ids_that_the_spec_names_twice_are_added_once()
    {
        var plan = Given.Input(["eni-0001", "eni-0001"], []).Plan();
        Assert.Equal(["eni-0001"], Assert.IsType<Decision.Write<OperationState>>(plan.Decision).Operation.Ids);
        Assert.Equal(1, plan.Diff!.Desired);
    }

    private static SessionMemory Full(int at, int seconds) =>
        SessionMemory.Empty with { Trials = new() { Capacity = at, CapacityUntil = Given.Now.AddSeconds(seconds) } };
}
