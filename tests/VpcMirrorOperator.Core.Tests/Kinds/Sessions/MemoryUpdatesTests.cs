using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Core.Tests.Engine.Errors;
using VpcMirrorOperator.Core.Tests.Kinds.Sessions.Planning;
using VpcMirrorOperator.Engine.Operations;
using VpcMirrorOperator.Kinds.Sessions;
using VpcMirrorOperator.Kinds.Sessions.Planning;

namespace VpcMirrorOperator.Core.Tests.Kinds.Sessions;

public class MemoryUpdatesTests
{
    [Fact]
    public void A_refused_batch_is_halved_and_its_halves_come_first()
    {
        var older = new SuspectBatch(OperationVerb.Add, [.. Given.Ids(20, 2)]);
        var memory = Refuse(SessionMemory.Empty with { Trials = new() { Suspects = [older] } }, Given.Ids(1, 5));
        Assert.Equal([Given.Ids(1, 2), Given.Ids(3, 3), Given.Ids(20, 2)], memory.Trials.Suspects.Select(batch => batch.Ids.ToArray()));
        Assert.Empty(memory.Trials.Rejected);
    }

    [Fact]
    public void Bisecting_ends_with_the_culprit_alone_in_about_twice_the_logarithm_of_calls()
    {
        var (memory, calls) = (SessionMemory.Empty, 0);
        var pending = Given.Ids(1, 64).ToList();
        while (BatchSelector.Next(OperationVerb.Add, [.. pending], memory, 64, Given.Now) is { IsEmpty: false } batch)
        {
            calls++;
            if (batch.Contains(Given.Id(13))) memory = Refuse(memory, [.. batch]);
            else pending.RemoveAll(batch.Contains);
        }
        Assert.Equal([Given.Id(13)], memory.Trials.Rejected.Keys);
        Assert.Equal([Given.Id(13)], pending);
        Assert.InRange(calls, 7, 13);
    }

    [Fact]
    public void A_part_of_a_suspect_batch_is_taken_out_of_it_when_it_is_refused()
    {
        var memory = Refuse(
            SessionMemory.Empty with { Trials = new() { Suspects = [new SuspectBatch(OperationVerb.Add, [.. Given.Ids(1, 3)])] } },
            Given.Ids(1, 1));
        Assert.Equal(Given.Ids(2, 2), memory.Trials.Suspects.Single().Ids);
        Assert.Equal(Given.Ids(1, 1), memory.Trials.Rejected.Keys);
    }

    [Theory]
    [InlineData(1, 5)]
    [InlineData(2, 10)]
    [InlineData(4, 40)]
    [InlineData(5, 60)]
    [InlineData(5000, 60)]
    public void A_source_is_retried_more_and_more_slowly_up_to_an_hour(int failures, int minutes)
    {
        var memory = SessionMemory.Empty;
        for (var i = 0; i < failures; i++) memory = Refuse(memory, Given.Ids(1, 1));
        var refused = memory.Trials.Rejected[Given.Id(1)];
        Assert.Equal((failures, Given.Now.AddMinutes(minutes), Given.Now), (refused.Failures, refused.RetryAt, refused.Since));
    }

    [Fact]
    public void A_source_that_is_done_already_is_retried_soon() => Assert.Equal(
        Given.Now + OperationLimits.StaleReadLimit,
        Refuse(SessionMemory.Empty, Given.Ids(1, 1), "ResourceAlreadyAssociated.X").Trials.Rejected[Given.Id(1)].RetryAt);

    [Fact]
    public void Sources_that_nothing_is_to_be_done_with_are_forgotten()
    {
        var rejecting = SessionMemory.Empty.Refusing(60, Given.Id(1), Given.Id(2), Given.Id(9));
        SuspectBatch[] suspects = [new(OperationVerb.Add, [Given.Id(2)]), new(OperationVerb.Add, [Given.Id(1), Given.Id(2)])];
        var memory = rejecting with { Trials = rejecting.Trials with { Suspects = [.. suspects] } };
        var session = Given.Session(Given.Ids(2, 3));
        var plan = Given.Input(Given.Declared([Given.Id(1), Given.Id(2), Given.Id(9)]), session).Plan();
        var after = memory.After(plan, session, Given.Now);
        Assert.Equal([Given.Id(1), Given.Id(9)], after.Trials.Rejected.Keys);
        Assert.Single(after.Trials.Suspects);
    }

    [Fact]
    public void The_start_of_somebody_elses_change_is_remembered_until_it_ends()
    {
        var busy = Given.Session([], "Modifying");
        var plan = Given.Input(Given.Declared([]), busy).Plan();
        var memory = SessionMemory.Empty.After(plan, busy, Given.Now).After(plan, busy, Given.Now.AddMinutes(1));
        Assert.Equal(Given.Now, memory.Times.BusySince);
        Assert.Null(memory.After(plan, Given.Session([]), Given.Now).Times.BusySince);
    }

    [Fact]
    public void A_new_process_knows_the_rejected_sources_of_the_status()
    {
        var source = new RejectedSource { Id = Given.Id(1), Code = "C", Message = "M", Since = Given.Now };
        var memory = SessionMemory.From(new TrafficMirrorSessionStatus { RejectedSources = [source] }, Given.Now.AddMinutes(5));
        Assert.Equal(new SourceRejection("C", "M", Given.Now, Given.Now.AddMinutes(5), 1), memory.Trials.Rejected[Given.Id(1)]);
        Assert.Empty(SessionMemory.From(null, Given.Now).Trials.Rejected);
    }

    private static SessionMemory Refuse(SessionMemory memory, string[] ids, string code = "ResourceNotFound.NetworkInterface") =>
        memory with { Trials = memory.Trials.BadSource(Given.Operation(OperationVerb.Add, ids), CloudErrors.Of(code), Given.Now) };
}
