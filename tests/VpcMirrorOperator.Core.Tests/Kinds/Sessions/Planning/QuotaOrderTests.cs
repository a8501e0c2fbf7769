using VpcMirrorOperator.Kinds.Sessions;
using VpcMirrorOperator.Kinds.Sessions.Planning;

namespace VpcMirrorOperator.Core.Tests.Kinds.Sessions.Planning;

/// <summary>Who is tried next after a quota was met (rule 8): what was tried in vain waits for all others.</summary>
public class QuotaOrderTests
{
    [Fact]
    public void Sources_that_were_tried_in_vain_come_after_all_others()
    {
        var input = Given.Input(Given.Ids(1, 6), []) with { Memory = InVain(Given.Ids(1, 2)), AddBatchSize = 3 };
        Assert.Equal(Given.Ids(3, 3), input.Write().Operation.Ids);
        Assert.Equal([Given.Id(1), .. Given.Ids(3, 4)], (input with { AddBatchSize = 5 }).Write().Operation.Ids);
    }

    [Fact]
    public void When_all_were_tried_in_vain_they_begin_anew()
    {
        var diff = Given.Input(Given.Ids(1, 3), []).Plan().Diff!;
        Assert.Empty(InVain(Given.Ids(1, 3)).Trials.Prune(diff).InVain);
        Assert.Equal(Given.Ids(1, 2), InVain([.. Given.Ids(1, 2), Given.Id(9)]).Trials.Prune(diff).InVain);
    }

    private static SessionMemory InVain(string[] ids) => SessionMemory.Empty with
    {
        Trials = SourceTrials.None with { InVain = SourceTrials.None.InVain.Union(ids) },
    };
}
