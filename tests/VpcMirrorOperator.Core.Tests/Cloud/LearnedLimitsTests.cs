using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Kinds.Sessions.Planning;

namespace VpcMirrorOperator.Core.Tests.Cloud;

public class LearnedLimitsTests
{
    private static readonly RegionLimits Fresh = RegionLimits.Start(new PlannerSettings { AddBatchSize = 8 });

    [Fact]
    public void A_refused_batch_makes_single_adds() => Assert.Equal(1, Fresh.BatchRefused("Quota.X").AddBatchSize);

    [Fact]
    public void The_same_refusal_of_a_single_add_clears_the_batch_size_of_suspicion() =>
        Assert.Equal(Fresh, Fresh.BatchRefused("Quota.X").SingleRefused("Quota.X"));

    [Fact]
    public void Another_refusal_of_a_single_add_says_nothing_of_the_batch_size()
    {
        Assert.Equal(1, Fresh.BatchRefused("Quota.X").SingleRefused("ResourceNotFound.NetworkInterface").AddBatchSize);
        Assert.Equal(Fresh, Fresh.SingleRefused("Quota.X"));
    }

    [Fact]
    public void What_is_learned_of_one_region_says_nothing_of_another()
    {
        var knowledge = new LearnedLimits(new PlannerSettings { AddBatchSize = 8 });
        knowledge.Learn("a", region => region.BatchRefused("Quota.X"));
        Assert.Equal((1, 8), (knowledge.Of("a").AddBatchSize, knowledge.Of("b").AddBatchSize));
    }
}
