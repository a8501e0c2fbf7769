using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Cloud;

namespace VpcMirrorOperator.Core.Tests.Cloud;

public class LearnedLimitsTests
{
    private static readonly RegionLimits Fresh = RegionLimits.Start(8);

    [Fact]
    public void A_refused_batch_makes_single_adds() => Assert.Equal(1, Fresh.BatchRejected("Quota.X").AddBatchSize);

    [Fact]
    public void The_same_refusal_of_a_single_add_clears_the_batch_size_of_suspicion() =>
        Assert.Equal(Fresh, Fresh.BatchRejected("Quota.X").SingleRejected("Quota.X"));

    [Fact]
    public void Another_refusal_of_a_single_add_says_nothing_of_the_batch_size()
    {
        Assert.Equal(1, Fresh.BatchRejected("Quota.X").SingleRejected("ResourceNotFound.NetworkInterface").AddBatchSize);
        Assert.Equal(Fresh, Fresh.SingleRejected("Quota.X"));
    }

    [Fact]
    public void What_is_learned_of_one_region_says_nothing_of_another_region_or_account()
    {
        var knowledge = new LearnedLimits(8);
        var here = new RegionRef(Accounts.Default, "a");
        knowledge.Learn(here, region => region.BatchRejected("Quota.X"));
        Assert.Equal((1, 8), (knowledge.Of(here).AddBatchSize, knowledge.Of(here with { RegionId = "b" }).AddBatchSize));
        Assert.Equal(8, knowledge.Of(here with { Account = "other" }).AddBatchSize);
    }
}
