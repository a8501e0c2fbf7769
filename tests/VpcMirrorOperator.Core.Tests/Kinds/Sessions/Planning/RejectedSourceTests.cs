using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Engine.Decisions;
using VpcMirrorOperator.Kinds.Sessions.Planning;

namespace VpcMirrorOperator.Core.Tests.Kinds.Sessions.Planning;

/// <summary>Rule 8: one bad ENI never blocks the rest.</summary>
public class RejectedSourceTests
{
    private static readonly string[] All = Given.Ids(1, 20);

    [Fact]
    public void Halves_of_a_refused_batch_come_first()
    {
        var memory = SessionMemory.Empty with
        {
            Trials = new() { Suspects = [Suspect(OperationVerb.Add, 8, 3), Suspect(OperationVerb.Add, 4, 4)] },
        };
        Assert.Equal(Given.Ids(8, 3), (Given.Input(All, []) with { Memory = memory }).Write().Operation.Ids);
    }

    [Fact]
    public void Suspects_of_the_other_verb_do_not_matter()
    {
        var memory = SessionMemory.Empty with { Trials = new() { Suspects = [Suspect(OperationVerb.Remove, 8, 3)] } };
        Assert.Equal(Given.Ids(1, 10), (Given.Input(All, []) with { Memory = memory }).Write().Operation.Ids);
    }

    [Fact]
    public void Only_those_suspects_are_tried_that_something_is_still_to_be_done_with()
    {
        var memory = SessionMemory.Empty with
        {
            Trials = new() { Suspects = [Suspect(OperationVerb.Add, 1, 3), Suspect(OperationVerb.Add, 4, 4)] },
        };
        Assert.Equal(Given.Ids(5, 3), (Given.Input(Given.Ids(5, 9), []) with { Memory = memory }).Write().Operation.Ids);
    }

    [Fact]
    public void A_source_that_was_found_guilty_is_no_longer_a_suspect()
    {
        var memory = (SessionMemory.Empty with { Trials = new() { Suspects = [Suspect(OperationVerb.Add, 1, 3)] } })
            .Refusing(60, Given.Id(1));
        Assert.Equal(Given.Ids(2, 2), (Given.Input(Given.Ids(1, 3), []) with { Memory = memory }).Write().Operation.Ids);
    }

    [Fact]
    public void Refused_sources_do_not_stand_in_the_way_of_the_others()
    {
        var memory = SessionMemory.Empty.Refusing(60, Given.Id(1)).Refusing(-60, Given.Id(2));
        Assert.Equal(Given.Ids(3, 10), (Given.Input(All, []) with { Memory = memory }).Write().Operation.Ids);
    }

    [Fact]
    public void A_refused_source_whose_time_has_come_is_tried_last_and_alone()
    {
        var memory = SessionMemory.Empty.Refusing(60, Given.Id(1)).Refusing(0, Given.Ids(2, 2));
        Assert.Equal(Given.Ids(2, 1), (Given.Input(Given.Ids(1, 3), []) with { Memory = memory }).Write().Operation.Ids);
    }

    [Fact]
    public void Refused_adds_that_must_wait_do_not_hold_up_removals()
    {
        var memory = SessionMemory.Empty.Refusing(60, Given.Id(1));
        var write = (Given.Input(Given.Ids(1, 2), Given.Ids(2, 5)) with { Memory = memory }).Write();
        Assert.Equal((OperationVerb.Remove, 4), (write.Operation.Verb, write.Operation.Ids.Count));
    }

    [Fact]
    public void Only_refused_sources_left_stalls_until_the_first_of_them_is_tried_again()
    {
        var memory = SessionMemory.Empty.Refusing(90, Given.Id(1)).Refusing(40, Given.Id(9));
        var stall = Assert.IsType<Decision.Stall>(
            (Given.Input(Given.Ids(1, 3), [.. Given.Ids(2, 2), Given.Id(9)]) with { Memory = memory }).Plan().Decision);
        Assert.Equal((Reasons.SourcesRejected, TimeSpan.FromSeconds(40)), (stall.Reason, stall.After));
    }

    private static SuspectBatch Suspect(OperationVerb verb, int from, int count) => new(verb, [.. Given.Ids(from, count)]);
}
