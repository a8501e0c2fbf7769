using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using VpcMirrorOperator.Api.Json;
using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Api.TrafficMirrorSessions;
using VpcMirrorOperator.Kubernetes.Model;
using VpcMirrorOperator.TestSupport.Crd;

namespace VpcMirrorOperator.IntegrationTests.Crd;

/// <summary>Compares a schema with the JSON contract of a type, both ways and all the way down.</summary>
internal sealed class SchemaComparison
{
    private readonly List<string> _differences = [];

    public static IReadOnlyList<string> Of(JsonObject schema, Type type)
    {
        var comparison = new SchemaComparison();
        comparison.Compare("", schema, type);
        return comparison._differences;
    }

    private void Compare(string path, JsonObject schema, Type declared)
    {
        var type = Nullable.GetUnderlyingType(declared) ?? declared;
        // The API server's own type: its schema must be a bare object.
        if (type == typeof(ObjectMeta)) return;
        if (type == typeof(SourceFingerprint))
        {
            // A struct with a text of its own.
            Expect(path, "form", "string", Form(schema));
            return;
        }

        var contract = OperatorJson.Default.GetTypeInfo(type) ?? throw new InvalidOperationException($"{type} has no JSON contract.");
        switch (contract.Kind)
        {
            // Written as one text by a converter of its own.
            case JsonTypeInfoKind.Object when type == typeof(SourceFingerprint):
                Expect(path, "form", "string", Form(schema));
                break;
            case JsonTypeInfoKind.Object:
                Expect(path, "type", "object", schema.Text("type"));
                CompareFields(path, schema, contract);
                break;
            case JsonTypeInfoKind.Enumerable:
                Expect(path, "type", "array", schema.Text("type"));
                Compare(path + "[]", schema["items"]!.AsObject(), contract.ElementType!);
                break;
            case JsonTypeInfoKind.Dictionary:
                Expect(path, "type", "object", schema.Text("type"));
                Compare(path + "{}", schema["additionalProperties"]!.AsObject(), contract.ElementType!);
                break;
            default:
                Expect(path, "form", FormOf(type), Form(schema));
                break;
        }
    }

    private void CompareFields(string path, JsonObject schema, JsonTypeInfo contract)
    {
        var inSchema = schema["properties"]!.AsObject().ToDictionary(field => field.Key, field => field.Value!.AsObject());
        var inCode = contract.Properties.ToDictionary(property => property.Name);
        foreach (var name in inSchema.Keys.Except(inCode.Keys)) _differences.Add($"{path}.{name}: in the schema only");
        foreach (var name in inCode.Keys.Except(inSchema.Keys)) _differences.Add($"{path}.{name}: in the code only");
        Expect(path, "required", string.Join(' ', RequiredInCode(contract)), string.Join(' ', RequiredInSchema(schema)));
        foreach (var (name, property) in inCode)
            if (inSchema.TryGetValue(name, out var field)) Compare($"{path}.{name}", field, property.PropertyType);
    }

    /// <summary>A condition has all that <c>metav1.Condition</c> requires; metadata is required by the API server itself.</summary>
    private static IEnumerable<string> RequiredInCode(JsonTypeInfo contract) => contract.Type == typeof(Condition)
        ? ["lastTransitionTime", "message", "reason", "status", "type"]
        : contract.Properties.Where(p => p.IsRequired && p.PropertyType != typeof(ObjectMeta)).Select(p => p.Name)
        .Order(StringComparer.Ordinal);

    private static IEnumerable<string> RequiredInSchema(JsonObject schema) =>
        (schema["required"]?.AsArray() ?? []).Select(name => name!.ToString()).Order(StringComparer.Ordinal);

    private static string FormOf(Type type) => type switch
    {
        { IsEnum: true } => "enum " + string.Join(' ', WordsOf(type).Order(StringComparer.Ordinal)),
        _ when type == typeof(string) || type == typeof(TimeSpan) => "string",
        _ when type == typeof(bool) => "boolean",
        _ when type == typeof(int) => "integer int32",
        _ when type == typeof(long) => "integer int64",
        _ when type == typeof(DateTimeOffset) => "string date-time",
        _ when type == typeof(IntOrPercent) => "int-or-string",
        _ => $"no schema is known for {type}",
    };

    /// <summary>The words of an enum in JSON: the names, or what stands for them.</summary>
    private static IEnumerable<string> WordsOf(Type type) => Enum.GetNames(type)
        .Select(name => type.GetField(name)!.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name ?? name);

    private static string Form(JsonObject schema)
    {
        if (schema["enum"] is JsonArray values)
            return "enum " + string.Join(' ', values.Select(v => v!.ToString()).Order(StringComparer.Ordinal));
        return schema["x-kubernetes-int-or-string"] is null ? $"{schema.Text("type")} {schema.Text("format")}".TrimEnd() : "int-or-string";
    }

    private void Expect(string path, string what, string code, string schema)
    {
        if (code != schema) _differences.Add($"{path}: {what} is \"{schema}\" in the schema and \"{code}\" in the code");
    }
}
