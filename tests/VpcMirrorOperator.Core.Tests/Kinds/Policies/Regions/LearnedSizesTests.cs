using VpcMirrorOperator.Core.Tests.Kinds.Policies.World;
using VpcMirrorOperator.Core.Tests.Kinds.Sessions.Planning;
using VpcMirrorOperator.Kinds.Policies.Packing;
using VpcMirrorOperator.Kinds.Policies.Regions;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Core.Tests.Kinds.Policies.Regions;

public class LearnedSizesTests
{
    private static readonly ObjectKey Child = new("ids", "shop-aaaaaa-1");
    private readonly LearnedSizes _sizes = new();
    private readonly DateTimeOffset _now = Given.Now;

    [Fact]
    public void P13_a_size_holds_for_that_session_for_an_hour_however_often_it_is_said_again()
    {
        for (var minute = 0; minute < 60; minute++)
        {
            _sizes.Learn(Child, 8, _now.AddMinutes(minute));
            Assert.Equal(8, _sizes.Of(Child, _now.AddMinutes(minute)));
        }

        Assert.Null(_sizes.Of(Child, _now.AddHours(1)));
        Assert.Null(_sizes.Of(Child with { Name = "shop-aaaaaa-2" }, _now));
    }

    [Fact]
    public void P13_after_the_hour_it_is_tried_again_and_learned_again_when_the_session_still_is_full()
    {
        _sizes.Learn(Child, 8, _now);
        // What is said of the old attempt does not count as a new one.
        _sizes.Learn(Child, 8, _now.AddHours(1));
        Assert.Null(_sizes.Of(Child, _now.AddHours(1)));
        _sizes.Learn(Child, 8, _now.AddMinutes(75));
        Assert.Equal(8, _sizes.Of(Child, _now.AddMinutes(134)));
        Assert.Null(_sizes.Of(Child, _now.AddMinutes(136)));
    }

    [Fact]
    public void P13_another_size_begins_an_hour_of_its_own()
    {
        _sizes.Learn(Child, 8, _now);
        _sizes.Learn(Child, 9, _now.AddMinutes(50));
        Assert.Equal(9, _sizes.Of(Child, _now.AddMinutes(100)));
    }

    [Theory]
    [InlineData(7, 8)]
    [InlineData(8, 8)]
    [InlineData(9, null)]
    public void P13_a_list_that_shows_more_ends_it(int listed, int? size)
    {
        _sizes.Learn(Child, 8, _now);
        _sizes.Listed(new RegionListing(ListBasis.Nothing, [Session(null, 20), Session(Child, listed)]));
        Assert.Equal(size, _sizes.Of(Child, _now));
    }

    private static ListedSession Session(ObjectKey? child, int sources) => new()
    {
        Id = "tms-1", Child = child, TargetId = "t", Priority = 1, Sources = Ids.Of(Given.Ids(0, sources)),
    };
}
