using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.IntegrationTests.Hosting.Pebbles;
using VpcMirrorOperator.Kinds;
using VpcMirrorOperator.Manifests;
using VpcMirrorOperator.TestSupport;

namespace VpcMirrorOperator.IntegrationTests.Hosting;

/// <summary>Manifests of a second kind beside those of sessions.</summary>
public class SecondKindManifestTests
{
    [Fact]
    public void Each_kind_is_read_by_its_own_rules()
    {
        var read = Parse(Manifest.Valid + "\n---\n" + Pebble("web", "v1", "colour: red"));

        Assert.Empty(read.Errors);
        Assert.Equal("red", Assert.Single(read.Of<Pebble>()).Spec.Colour);
        Assert.Single(read.Of<TrafficMirrorSession>());
    }

    [Fact]
    public void A_kind_is_known_in_its_own_version_only()
    {
        var error = Assert.Single(Parse(Pebble("a", "v1alpha1", "colour: red")).Errors);
        Assert.Equal("m.yaml:1:13: apiVersion: \"vpcmirror.io/v1alpha1\" is not supported. Write vpcmirror.io/v1.", error.ToString());
    }

    [Fact]
    public void A_name_is_taken_within_its_kind_only()
    {
        var error = Assert.Single(Parse(Pebble("a", "v1", "colour: red") + "\n---\n" + Pebble("a", "v1", "colour: red")).Errors);
        Assert.StartsWith(
            "m.yaml:6:1: metadata.name: the name default/a is taken, first at m.yaml:1.", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_kind_of_the_group_is_told_which_there_are()
    {
        var error = Assert.Single(Parse("apiVersion: vpcmirror.io/v1\nkind: Peble").Errors);
        Assert.EndsWith("Write TrafficMirrorFilter or TrafficMirrorSession or TrafficMirrorPolicy or Pebble.", error.ToString(),
            StringComparison.Ordinal);
    }

    private static ManifestSet Parse(string text) => ManifestParser.Parse(
        [new ManifestText("m.yaml", text)], [.. KindRegistry.Manifests, new PebbleManifests()]);

    private static string Pebble(string name, string version, string spec) =>
        $"apiVersion: vpcmirror.io/{version}\nkind: Pebble\nmetadata: {{name: {name}}}\nspec: {{{spec}}}";
}
