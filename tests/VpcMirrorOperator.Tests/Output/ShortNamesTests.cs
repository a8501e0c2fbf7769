using VpcMirrorOperator.Output;

namespace VpcMirrorOperator.Tests.Output;

public class ShortNamesTests
{
    [Theory]
    [InlineData("production/payments-team-web-frontend-{0}")]
    [InlineData("production/{0}-payments-team-web-frontend-mirror")]
    [InlineData("production/payments-team-{0}-web-frontend-mirror")]
    public void Names_that_are_alike_stay_different(string form)
    {
        var names = Enumerable.Range(10, 30).Select(n => form.Replace("{0}", $"{n}", StringComparison.Ordinal)).ToList();

        var cut = ShortNames.Of(names, 16);

        Assert.All(cut, name => Assert.True(name.Length <= 16, name));
        Assert.Equal(30, cut.Distinct().Count());
    }

    [Fact]
    public void Beginning_and_end_are_kept() =>
        Assert.Equal(["defau…rontend-1", "db"], ShortNames.Of(["default/payments-frontend-1", "db"], 15));

    [Fact]
    public void Names_that_fit_are_left_alone() => Assert.Equal(["default/web", "x"], ShortNames.Of(["default/web", "x"], 11));
}
