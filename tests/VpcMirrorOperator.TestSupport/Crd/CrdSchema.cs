using System.Globalization;
using System.Text.Json.Nodes;
using VpcMirrorOperator.Kinds.Sessions;
using VpcMirrorOperator.Manifests;

namespace VpcMirrorOperator.TestSupport.Crd;

/// <summary>The session CRD's schema as written in <c>config/crd</c>.</summary>
internal static class CrdSchema
{
    public static readonly string File = Repository.PathOf("config", "crd", SessionKind.Resource.DefinitionName + ".yaml");

    public static JsonObject Root { get; } = RootOf(SessionKind.Resource.DefinitionName);

    /// <summary>The schema of a field, for example <c>spec.safety.allowEmpty</c>.</summary>
    public static JsonObject Of(string path) =>
        path.Split('.').Aggregate(
            Root, (schema, name) => schema["properties"]?[name] as JsonObject ?? throw new ArgumentException($"no field {path}"));

    public static string Text(this JsonObject schema, string keyword) => schema[keyword]?.ToString() ?? "";

    /// <summary>The schema of another definition in <c>config/crd</c>.</summary>
    /// <param name="definition">Its name, <c>plural.group</c>.</param>
    public static JsonObject RootOf(string definition)
    {
        var file = Repository.PathOf("config", "crd", definition + ".yaml");
        List<ManifestError> errors = [];
        var documents = new YamlReader(file, System.IO.File.ReadAllText(file), errors).ReadAll();
        Assert.Empty(errors);
        var version = Assert.Single(Json(Assert.Single(documents))!["spec"]!["versions"]!.AsArray());
        return version!["schema"]!["openAPIV3Schema"]!.AsObject();
    }

    private static JsonNode? Json(YamlValue value) => value switch
    {
        YamlMap map => new JsonObject(map.Entries.Select(entry => KeyValuePair.Create(entry.Key, Json(entry.Value)))),
        YamlList list => new JsonArray([.. list.Items.Select(Json)]),
        YamlScalar scalar => Scalar(scalar),
        _ => null,
    };

    private static JsonNode Scalar(YamlScalar scalar) => YamlScalarKind.Of(scalar) switch
    {
        ScalarKind.Boolean => bool.Parse(scalar.Text),
        ScalarKind.Number => int.Parse(scalar.Text, CultureInfo.InvariantCulture),
        _ => scalar.Text,
    };
}
