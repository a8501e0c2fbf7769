using VpcMirrorOperator.Manifests;
using VpcMirrorOperator.TestSupport;

namespace VpcMirrorOperator.Core.Tests.Manifests;

/// <summary>What nobody can see in a manifest is found at its place, and shown.</summary>
public class InvisibleTextTests
{
    [Theory]
    [InlineData("  - eni-b2", "\t- eni-b2", "m.yaml:10:1: ")]
    [InlineData("  - eni-a1", "  - eni-a1\n  \t- eni-c3", "m.yaml:10:3: ")]
    [InlineData("  sourceIds:", "\tsuspend: false\n  sourceIds:", "m.yaml:8:1: ")]
    [InlineData("  name: web", "\tname: web", "m.yaml:4:1: ")]
    public void A_tab_is_reported_where_it_is(string old, string replacement, string place) =>
        Assert.Equal(
            place + "not valid YAML: a tab in the indentation. Indent with spaces.",
            Assert.Single(Manifest.Parse(Manifest.With(old, replacement)).Errors).ToString());

    [Fact]
    public void A_tab_in_the_indentation_of_JSON_is_no_error_and_is_not_blamed_for_another() =>
        Assert.DoesNotContain("tab", Manifest.Parse("{\n\t\"kind\": oops [\n\t}").Errors[0].ToString(), StringComparison.Ordinal);

    [Theory]
    [InlineData("eni-b\u200b2", "the text \"eni-b\\u{200B}2\"")]
    [InlineData("\"eni-\u202eb2\"", "the text \"eni-\\u{202E}b2\"")]
    [InlineData("eni-b\u00a02", "the text \"eni-b\\u{00A0}2\"")]
    public void Invisible_characters_of_an_id_are_shown(string id, string shown) =>
        Assert.Contains(
            shown, Assert.Single(Manifest.Parse(Manifest.With("eni-b2", id)).Errors).ToString(), StringComparison.Ordinal);

    [Theory]
    [InlineData("eni-a1")]
    [InlineData("größer … 你好")]
    public void What_can_be_seen_is_left_alone(string text) => Assert.Equal(text, VisibleText.Of(text));
}
