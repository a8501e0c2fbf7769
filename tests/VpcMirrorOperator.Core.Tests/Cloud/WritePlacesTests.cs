using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Cloud;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Core.Tests.Cloud;

public class WritePlacesTests
{
    private static readonly RegionRef Here = new(Accounts.Default, "cn-hangzhou");
    private static readonly RegionRef There = new(Accounts.Default, "cn-shanghai");
    private readonly List<string> _woken = [];
    private readonly WritePlaces _places;

    public WritePlacesTests() => _places = new WritePlaces(key => _woken.Add(key.Name));

    [Fact]
    public void A_region_has_four_places_and_another_one_has_its_own()
    {
        Assert.Equal([true, true, true, true, false], Enumerable.Range(0, 5).Select(i => Take(Here, $"o{i}")));
        Assert.True(Take(There, "o5"));
    }

    [Fact]
    public void Each_write_that_ends_wakes_one_of_the_line_in_its_order()
    {
        Fill();
        foreach (var name in new[] { "x", "y", "x", "z" }) Assert.False(Take(Here, name));
        for (var i = 0; i < 4; i++) _places.GiveBack(Here);
        Assert.Equal(["x", "y", "z"], _woken);
    }

    [Fact]
    public void One_that_was_woken_and_came_too_late_stands_in_the_line_again()
    {
        Fill();
        Take(Here, "x");
        _places.GiveBack(Here);
        Assert.True(Take(Here, "quick"));
        Assert.False(Take(Here, "x"));
        _places.GiveBack(Here);
        Assert.Equal(["x", "x"], _woken);
        Assert.True(Take(Here, "x"));
    }

    private void Fill()
    {
        for (var i = 0; i < WritePlaces.PerRegion; i++) Assert.True(Take(Here, $"o{i}"));
    }

    private bool Take(RegionRef region, string name) => _places.TryTake(region, new ObjectKey("ids", name));
}
