using VpcMirrorOperator.Api.TrafficMirrorPolicies;
using VpcMirrorOperator.Kinds.Policies.Selection;

namespace VpcMirrorOperator.Core.Tests.Kinds.Policies.Selection;

/// <summary>Rule P1: label selectors mean what they mean in Kubernetes.</summary>
public class LabelMatchTests
{
    private static readonly Dictionary<string, string> Labels = new() { ["app"] = "shop", ["tier"] = "web", ["empty"] = "" };

    [Theory]
    [InlineData("app", LabelOperator.In, "shop,cart", true)]
    [InlineData("app", LabelOperator.In, "cart", false)]
    [InlineData("none", LabelOperator.In, "shop", false)]
    [InlineData("app", LabelOperator.NotIn, "cart", true)]
    [InlineData("app", LabelOperator.NotIn, "shop", false)]
    [InlineData("none", LabelOperator.NotIn, "shop", true)]
    [InlineData("tier", LabelOperator.Exists, "", true)]
    [InlineData("empty", LabelOperator.Exists, "", true)]
    [InlineData("none", LabelOperator.Exists, "", false)]
    [InlineData("none", LabelOperator.DoesNotExist, "", true)]
    [InlineData("empty", LabelOperator.DoesNotExist, "", false)]
    [InlineData("App", LabelOperator.Exists, "", false)]
    public void Each_operator_means_what_it_means_in_kubernetes(string key, LabelOperator op, string values, bool matches) =>
        Assert.Equal(
            matches, LabelMatch.Matches(Of(new LabelRequirement { Key = key, Operator = op, Values = values.Split(',') }), Labels));

    [Fact]
    public void All_terms_must_hold()
    {
        var exists = new LabelRequirement { Key = "tier", Operator = LabelOperator.Exists };
        Assert.True(LabelMatch.Matches(Of(exists) with { MatchLabels = new Dictionary<string, string> { ["app"] = "shop" } }, Labels));
        Assert.False(LabelMatch.Matches(Of(exists) with { MatchLabels = new Dictionary<string, string> { ["app"] = "cart" } }, Labels));
    }

    [Fact]
    public void No_term_selects_everything()
    {
        Assert.True(LabelMatch.Matches(new LabelSelector(), Labels));
        Assert.True(LabelMatch.Matches(null, new Dictionary<string, string>()));
    }

    private static LabelSelector Of(params LabelRequirement[] requirements) => new() { MatchExpressions = requirements };
}
