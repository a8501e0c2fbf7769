using CsCheck;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.TestSupport;

namespace VpcMirrorOperator.Core.Tests.Manifests;

public class ManifestErrorTests
{
    /// <summary>What replaces what in the valid manifest, and the one error line that results.</summary>
    public static TheoryData<string, string, string> Spoilt => new()
    {
        { "kind: T", "kind: [T", "m.yaml:2:7: not valid YAML: cannot be read from here on. " },
        { "name: web", "name: \"web", "m.yaml:4:9: not valid YAML: While scanning a multi" },
        { "kind: TrafficMirrorSession", "kind: TrafficMirorSession",
            "m.yaml:2:7: kind: \"TrafficMirorSession\" is not a kind of vpcmirror.io/v1alpha1. Write TrafficMirrorFilter or "
            + "TrafficMirrorSession or TrafficMirrorPolicy." },
        { "v1alpha1", "v1", "m.yaml:1:13: apiVersion: \"vpcmirror.io/v1\" is not supported. Write vpcmirror.io/v1alpha1." },
        { "apiVersion: vpcmirror.io/v1alpha1\n", "",
            "m.yaml:1:1: apiVersion: required field is missing or not text. Write apiVersion: vpcmirror.io/v1alpha1." },
        { "kind: TrafficMirrorSession\n", "",
            "m.yaml:1:1: kind: required field is missing or not text. Write kind: TrafficMirrorFilter or "
            + "TrafficMirrorSession or TrafficMirrorPolicy." },
        { "  sourceIds:", "  sourceIDs: []\n  sourceIds:", "m.yaml:8:3: spec.sourceIDs: unknown field. Did you mean sourceIds?" },
        { "  regionId:", "  colour: red\n  regionId:", "m.yaml:6:3: spec.colour: unknown field. Remove it; known fields are regionId, " },
        { "  name: web", "  name: web\n  lables: {}", "m.yaml:5:3: metadata.lables: unknown field. Did you mean labels?" },
        { "  name: web", "  labels: {}",
            "m.yaml:4:3: metadata.name: required field is missing. Name the object; generateName is not supported here." },
        { "name: web", "name: Web_1", "m.yaml:4:9: metadata.name: \"Web_1\" is not a valid name. " },
        { "name: web", "name: 12", "m.yaml:4:9: metadata.name: must be text, not the number 12. Put it in quotes." },
        { "  name: web", "  name: web\n  namespace: a.b", "m.yaml:5:14: metadata.namespace: \"a.b\" is not a valid namespace. " },
        { "  name: web", "  name: web\n  annotations:\n    x: true",
            "m.yaml:6:8: metadata.annotations.x: must be text, not the boolean true. Put it in quotes." },
        { "  name: web", "  name: web\n  name: web2", "m.yaml:5:3: metadata.name: duplicate key. Keep one of the two." },
        { "  regionId: cn-hangzhou\n", "",
            "m.yaml:6:3: spec.regionId: required field is missing. Name the region of the session, for example cn-hangzhou." },
        { "cn-hangzhou", "Hangzhou",
            "m.yaml:6:13: spec.regionId: \"Hangzhou\" is not a region id. Write the id, for example cn-hangzhou." },
        { "tms-a1", "tms-a1****", "m.yaml:7:27: spec.trafficMirrorSessionId: \"tms-a1****\" is not a session id. " },
        { "  trafficMirrorSessionId: tms-a1\n", "", "m.yaml:6:3: spec.trafficMirrorSessionId: required field is missing. " },
        { "- eni-b2", "- eni-B2", "m.yaml:10:5: spec.sourceIds[1]: must be a network interface id, not the text \"eni-B2\". " },
        { "- eni-b2", "- 12", "m.yaml:10:5: spec.sourceIds[1]: must be a network interface id, not the number 12. " },
        { "- eni-b2", "- eni-a1", "m.yaml:10:5: spec.sourceIds[1]: eni-a1 is listed twice, first in line 9. Remove one of the two." },
        { "\n  - eni-a1\n  - eni-b2", " []",
            "m.yaml:8:14: spec.sourceIds: the list is empty. List at least one eni-…, or set spec.safety.allowEmpty: true " },
        { "  sourceIds:\n  - eni-a1\n  - eni-b2", "  suspend: false", "m.yaml:6:3: spec.sourceIds: required field is missing. " },
        { "\n  - eni-a1\n  - eni-b2", " eni-a1", "m.yaml:8:14: spec.sourceIds: must be a list, not the text \"eni-a1\". Write a list." },
        { "- eni-b2", "- *other", "m.yaml:10:5: not valid YAML: the alias *other has no anchor &other before it. " },
    };

    /// <summary>A line added to the spec, and the one error that results.</summary>
    public static TheoryData<string, string> BadSpecs => new()
    {
        { "suspend: \"true\"", "m.yaml:11:12: spec.suspend: must be true or false, not the text \"true\". Write true or false." },
        { "suspend: yes", "m.yaml:11:12: spec.suspend: must be true or false, not yes. Write true or false." },
        { "managementPolicy: sync", "m.yaml:11:21: spec.managementPolicy: must not be \"sync\". Allowed values: Sync, AddOnly, Observe." },
        { "managementPolicy: \"0\"", "m.yaml:11:21: spec.managementPolicy: must not be \"0\". Allowed values: Sync, AddOnly, Observe." },
        { "deletionPolicy: Drop", "m.yaml:11:19: spec.deletionPolicy: must not be \"Drop\". Allowed values: Retain, Detach, Delete." },
        { "driftCheckInterval: 5 minutes",
            "m.yaml:11:23: spec.driftCheckInterval: \"5 minutes\" is not a duration. Write for example 90s, 5m or 1h30m." },
        { "driftCheckInterval: 300", "m.yaml:11:23: spec.driftCheckInterval: must be text, not the number 300. " },
        { "safety: {maxRemovals: -1}",
            "m.yaml:11:25: spec.safety.maxRemovals: must be a count or a percentage, not the number -1. Write for example 10 or \"20%\"." },
        { "safety: {maxRemovals: 120%}",
            "m.yaml:11:25: spec.safety.maxRemovals: must be a count or a percentage, not the text \"120%\". " },
        { "safety: {maxRemoval: 1}", "m.yaml:11:12: spec.safety.maxRemoval: unknown field. Did you mean maxRemovals?" },
        { "safety: true", "m.yaml:11:11: spec.safety: must be a mapping, not the boolean true. Write a mapping." },
    };

    [Theory]
    [MemberData(nameof(Spoilt))]
    public void A_mistake_is_reported_with_file_line_field_and_remedy(string old, string replacement, string expected) =>
        AssertOneError(Manifest.With(old, replacement), expected);

    [Theory]
    [MemberData(nameof(BadSpecs))]
    public void A_wrong_value_is_reported_with_what_would_be_right(string line, string expected) =>
        AssertOneError(Manifest.WithSpec(line), expected);

    [Fact]
    public void More_sources_than_one_object_may_list_are_refused()
    {
        var ids = string.Join("\n", Enumerable.Range(0, SpecLimits.MaxSources + 1).Select(i => $"  - eni-{i}"));

        AssertOneError(
            Manifest.With("  - eni-a1\n  - eni-b2", ids),
            "m.yaml:9:3: spec.sourceIds: 2001 ids are more than the 2000 that one object may list. ");
    }

    [Fact]
    public void All_mistakes_of_all_documents_are_reported_at_once()
    {
        var first = Manifest.With("cn-hangzhou", "Q").Replace("eni-b2", "x", StringComparison.Ordinal);
        var result = Manifest.Parse(first + "\n---\n" + Manifest.With("web", "other").Replace("tms-a1", "y", StringComparison.Ordinal));

        Assert.Equal([6, 10, 18], result.Errors.Select(e => e.Line));
    }

    [Fact]
    public void Two_objects_of_one_name_are_refused() =>
        AssertOneError(
            Manifest.Valid + "\n---\n" + Manifest.With("tms-a1", "tms-b2"),
            "m.yaml:12:1: metadata.name: the name default/web is taken, first at m.yaml:1. Give one of the two another name.");

    [Fact]
    public void Two_objects_for_one_session_are_refused() =>
        AssertOneError(
            Manifest.Valid + "\n---\n" + Manifest.With("name: web", "name: other"),
            "m.yaml:12:1: spec.trafficMirrorSessionId: the session cn-hangzhou/tms-a1 is declared twice, first at m.yaml:1. A session " +
            "has one owner: merge the two objects.");

    [Fact]
    public void A_text_nested_without_end_does_not_exhaust_the_stack() =>
        Assert.Contains(
            "nested deeper than 64 levels", Assert.Single(Manifest.Parse(new string('[', 100_000)).Errors).Message,
            StringComparison.Ordinal);

    /// <summary>The parser's own word for this has no place.</summary>
    [Fact]
    public void A_tag_that_is_none_is_an_error_like_any_other() => Assert.Contains(
        "cannot be read from here on", Assert.Single(Manifest.Parse(Garbled(12, 15, "!!]")).Errors).Message, StringComparison.Ordinal);

    [Fact]
    public void No_text_whatever_ends_in_an_exception() =>
        Gen.Select(
            Gen.Int[0, Manifest.Valid.Length - 1], Gen.Int[0, 20], Gen.String[Gen.Char["ae-: \n\t[]{}#*&!|>'\"%@`?,0\u0000\uFFFF"], 0, 6])
            .Sample((at, length, text) => Manifest.Parse(Garbled(at, length, text)) is not null, iter: 3000);

    private static string Garbled(int at, int length, string text) =>
        Manifest.Valid.Remove(at, Math.Min(length, Manifest.Valid.Length - at)).Insert(at, text);

    private static void AssertOneError(string text, string expected)
    {
        var error = Assert.Single(Manifest.Parse(text).Errors);
        Assert.StartsWith(expected, error.ToString(), StringComparison.Ordinal);
        Assert.NotEmpty(error.Remedy);
    }
}
