using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using VpcMirrorOperator.Api.Json;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorFilters;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Kinds.Filters;
using VpcMirrorOperator.Manifests;
using VpcMirrorOperator.TestSupport.Crd;

namespace VpcMirrorOperator.IntegrationTests.Crd;

/// <summary>Holds the CRD and the C# types together.</summary>
public class SchemaTests
{
    [Fact]
    public void Schema_and_types_have_the_same_fields_forms_and_required_fields() =>
        Assert.Empty(SchemaComparison.Of(CrdSchema.Root, typeof(TrafficMirrorSession)));

    [Fact]
    public void Schema_and_types_of_filters_have_the_same_fields_forms_and_required_fields() =>
        Assert.Empty(SchemaComparison.Of(Filters, typeof(TrafficMirrorFilter)));

    [Fact]
    public void Every_field_of_filters_is_described_and_bounded() => Assert.Empty(Unbounded("", Filters));

    [Fact]
    public void The_filter_status_that_is_tried_on_a_server_leaves_no_field_out() => Assert.Empty(Unset(
        "status", Filters["properties"]!["status"]!.AsObject(),
        JsonSerializer.SerializeToNode(Statuses.FullFilter, OperatorJson.Default.TrafficMirrorFilterStatus)));

    [Fact]
    public void Rules_of_filters_have_the_bounds_of_the_command_line()
    {
        var spec = Filters["properties"]!["spec"]!["properties"]!;
        foreach (var list in new[] { spec["ingressRules"]!, spec["egressRules"]! })
        {
            Assert.Equal(FilterLimits.MaxRules, (int)list["maxItems"]!);
            var fields = list["items"]!["properties"]!;
            Assert.Equal(FilterLimits.MaxPriority, (int)fields["priority"]!["maximum"]!);
            foreach (var (text, accepted) in Blocks)
                foreach (var field in new[] { "sourceCidrBlock", "destinationCidrBlock" })
                    Assert.True(Fits(fields[field]!, text) == accepted && CidrBlock.TryParse(text, out _) == accepted, text);
            foreach (var (text, accepted) in Ports)
                Assert.True(Fits(fields["sourcePortRange"]!, text) == accepted && PortSpan.TryParse(text, out _) == accepted, text);
        }

        AssertId(IdPatterns.Filter(), spec["trafficMirrorFilterId"]!.AsObject());
        Assert.Equal(
            TrafficMirrorFilterStatus.MaxListed,
            (int)Filters["properties"]!["status"]!["properties"]!["plan"]!["properties"]!["changes"]!["maxItems"]!);
    }

    [Fact]
    public void A_field_that_one_side_lacks_is_noticed()
    {
        var schema = CrdSchema.Root.DeepClone().AsObject();
        var counts = schema["properties"]!["status"]!["properties"]!["sources"]!["properties"]!.AsObject();
        counts.Remove("actual");
        counts.Add("extra", new JsonObject { ["type"] = "boolean" });
        counts["desired"]!["type"] = "string";

        Assert.Equal(3, SchemaComparison.Of(schema, typeof(TrafficMirrorSession)).Count);
    }

    [Fact]
    public void Every_field_is_described_and_bounded() => Assert.Empty(Unbounded("", CrdSchema.Root));

    [Fact]
    public void The_status_that_is_tried_on_a_server_leaves_no_field_out() => Assert.Empty(Unset(
        "status", CrdSchema.Of("status"), JsonSerializer.SerializeToNode(Statuses.Full, OperatorJson.Default.TrafficMirrorSessionStatus)));

    private static JsonObject Filters { get; } = CrdSchema.RootOf(FilterKind.Resource.DefinitionName);

    private static readonly (string Text, bool Accepted)[] Blocks =
    [
        ("10.0.0.0/8", true), ("0.0.0.0/0", true), ("255.255.255.255/32", true), ("10.1.2.3/8", true), ("10.0.0.0", false), ("10.0.0/8",
            false),
        ("10.0.0.256/8", false), ("10.0.0.0/33", false), ("010.0.0.0/8", false), ("::/0", false), ("", false), ("10.0.0.0/08", false),
    ];

    /// <summary>What only a rule of the schema refuses is not among them.</summary>
    private static readonly (string Text, bool Accepted)[] Ports =
        [("80/80", true), ("1/65535", true), ("-1/-1", true), ("80", false), ("0/80", false), ("-1/80", false), ("", false), ("080/90",
            false)];

    private static bool Fits(JsonNode schema, string text) =>
        Regex.IsMatch(text, schema["pattern"]!.ToString()) && text.Length <= (int)schema["maxLength"]!;

    [Fact]
    public void Nothing_is_defaulted_by_the_schema() =>
        Assert.DoesNotContain("default:", File.ReadAllText(CrdSchema.File), StringComparison.Ordinal);

    [Fact]
    public void Ids_have_the_bounds_and_patterns_of_the_command_line()
    {
        var sources = CrdSchema.Of("spec.sourceIds");

        Assert.Equal(SpecLimits.MaxSources, (int)sources["maxItems"]!);
        AssertSourceId(sources["items"]!.AsObject());
        AssertId(IdPatterns.Session(), CrdSchema.Of("spec.trafficMirrorSessionId"));
        AssertId(IdPatterns.Region(), CrdSchema.Of("spec.regionId"), length: 63);
    }

    [Fact]
    public void Lists_of_the_status_hold_as_many_items_as_the_code_writes()
    {
        foreach (var list in new[] { "status.plan.add", "status.plan.remove", "status.rejectedSources" })
            Assert.Equal(TrafficMirrorSessionStatus.MaxListed, (int)CrdSchema.Of(list)["maxItems"]!);
    }

    [Theory]
    [InlineData("30s", true)]
    [InlineData("1h30m", true)]
    [InlineData("1.5h", true)]
    [InlineData("1500ms", true)]
    [InlineData("999999h999999h99999h", true)]
    [InlineData("", false)]
    [InlineData("5", false)]
    [InlineData("1d", false)]
    [InlineData("-5m", false)]
    [InlineData("1.5.5h", false)]
    [InlineData("5 m", false)]
    public void A_duration_that_the_schema_takes_is_one_that_the_operator_reads(string text, bool accepted)
    {
        var schema = CrdSchema.Of("spec.driftCheckInterval");

        Assert.Equal(accepted, Regex.IsMatch(text, schema.Text("pattern")) && text.Length <= (int)schema["maxLength"]!);
        Assert.Equal(accepted, GoDuration.TryParse(text, out _));
    }

    [Theory]
    [InlineData("0%", true)]
    [InlineData("9%", true)]
    [InlineData("99%", true)]
    [InlineData("100%", true)]
    [InlineData("101%", false)]
    [InlineData("-1%", false)]
    [InlineData("%", false)]
    public void A_percentage_that_the_schema_takes_is_one_that_the_operator_reads(string text, bool accepted)
    {
        Assert.Equal(accepted, Regex.IsMatch(text, CrdSchema.Of("spec.safety.maxRemovals").Text("pattern")));
        Assert.Equal(accepted, IntOrPercent.TryParse(text, out _));
    }

    /// <summary>The API server's regular expressions have no look-ahead, and a <c>$</c> that means the end.</summary>
    private static void AssertId(Regex pattern, JsonObject schema, int length = SpecLimits.MaxIdLength)
    {
        var plain = pattern.ToString().Replace($@"(?=.{{1,{length}}}\z)", "", StringComparison.Ordinal)
            .Replace(@"\z", "$", StringComparison.Ordinal);
        Assert.Equal(plain, schema.Text("pattern"));
        Assert.Equal(length, (int)schema["maxLength"]!);
    }

    private static void AssertSourceId(JsonObject schema)
    {
        Assert.Equal(SpecLimits.MaxIdLength, (int)schema["maxLength"]!);
        string[] ids =
        [
            "eni-1", "eni-", "eni", "", "eni-A", "eni-bp1 ", "eni-bp1\n", "xeni-1", "ENI-1", "eni-1-2", "eni-é",
            "eni-" + new string('z', 60), "eni-" + new string('0', 61),
        ];
        foreach (var id in ids)
            Assert.True(Regex.IsMatch(id, schema.Text("pattern").Replace("$", @"\z")) == SourceIdSyntax.IsWellFormed(id), id);
    }

    private static IEnumerable<string> Unset(string path, JsonObject schema, JsonNode? value)
    {
        if (value is null) return [path];
        if (schema["items"] is JsonObject items) return Unset(path + "[]", items, value.AsArray().FirstOrDefault());
        return (schema["properties"]?.AsObject() ?? [])
            .SelectMany(field => Unset($"{path}.{field.Key}", field.Value!.AsObject(), value[field.Key]));
    }

    private static IEnumerable<string> Unbounded(string path, JsonObject schema)
    {
        var named = path.Length == 0 || path.EndsWith("[]", StringComparison.Ordinal) || path == ".metadata";
        if (!named && schema["description"] is null) yield return $"{path}: no description";
        var text = schema.Text("type") == "string" && path is not (".apiVersion" or ".kind");
        if (text && schema["enum"] is null && schema["maxLength"] is null) yield return $"{path}: no maxLength";
        if (schema.Text("type") == "array" && schema["maxItems"] is null) yield return $"{path}: no maxItems";
        if (schema.Text("type") == "array" && schema["x-kubernetes-list-type"] is null) yield return $"{path}: no list type";
        var inner = (schema["properties"]?.AsObject() ?? []).Select(field => (Path: $"{path}.{field.Key}", field.Value));
        if (schema["items"] is { } items) inner = inner.Append(($"{path}[]", items));
        foreach (var (name, value) in inner)
            foreach (var problem in Unbounded(name, value!.AsObject())) yield return problem;
    }
}
