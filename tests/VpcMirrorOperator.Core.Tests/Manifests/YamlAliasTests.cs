using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.TestSupport;

namespace VpcMirrorOperator.Core.Tests.Manifests;

/// <summary>Anchors, aliases and merge keys, as kubectl takes them.</summary>
public class YamlAliasTests
{
    [Fact]
    public void An_alias_stands_for_the_value_of_its_anchor()
    {
        var set = Manifest.Parse(Manifest.With("- eni-b2", "- &last eni-b2").Replace("web", "&name web", StringComparison.Ordinal)
            + "\n---\n" + """
            apiVersion: v1
            kind: List
            items:
            - apiVersion: vpcmirror.io/v1alpha1
              kind: TrafficMirrorSession
              metadata: {name: a}
              spec: &spec
                regionId: cn-hangzhou
                trafficMirrorSessionId: tms-c3
                sourceIds: &ids [eni-a1, eni-b2]
            - apiVersion: vpcmirror.io/v1alpha1
              kind: TrafficMirrorSession
              metadata: {name: b}
              spec:
                <<: *spec
                trafficMirrorSessionId: tms-d4
            - apiVersion: vpcmirror.io/v1alpha1
              kind: TrafficMirrorSession
              metadata: {name: c}
              spec: {regionId: cn-shanghai, trafficMirrorSessionId: tms-e5, sourceIds: *ids}
            """);

        Assert.Empty(set.Errors);
        Assert.Equal(
            ["tms-a1", "tms-c3", "tms-d4", "tms-e5"], set.Of<TrafficMirrorSession>().Select(s => s.Spec.TrafficMirrorSessionId));
        Assert.All(set.Of<TrafficMirrorSession>(), s => Assert.Equal(["eni-a1", "eni-b2"], s.Spec.SourceIds));
        Assert.Equal("cn-hangzhou", set.Of<TrafficMirrorSession>()[2].Spec.RegionId);
    }

    [Fact]
    public void An_anchor_counts_in_its_own_document_only() =>
        Assert.Equal(
            "m.yaml:12:4: not valid YAML: the alias *x has no anchor &x before it.",
            FirstError(Manifest.With("web", "&x web") + "\n---\na: *x")[..69]);

    [Fact]
    public void A_value_cannot_hold_itself() =>
        Assert.Contains("the alias *x stands inside of its own anchor", FirstError("a: &x\n- *x\n"), StringComparison.Ordinal);

    [Fact]
    public void A_few_lines_cannot_stand_for_a_billion_values()
    {
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n" + string.Concat(
            Enumerable.Range(1, 9).Select(n => $"a{n}: &a{n} [{string.Join(", ", Enumerable.Repeat($"*a{n - 1}", 10))}]\n"));

        Assert.Contains("stand for more than 100000 values", FirstError(text), StringComparison.Ordinal);
    }

    [Fact]
    public void Aliases_cannot_nest_deeper_than_the_text_may()
    {
        var text = "a0: &a0 [x]\n" + string.Concat(Enumerable.Range(1, 70).Select(n => $"a{n}: &a{n} [*a{n - 1}]\n"));

        Assert.Contains("nested deeper than 64 levels", FirstError(text), StringComparison.Ordinal);
    }

    private static string FirstError(string text) => Manifest.Parse(text).Errors[0].ToString();
}
