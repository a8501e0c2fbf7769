using VpcMirrorOperator.Api.Shared;
using VpcMirrorOperator.Kubernetes.Model;

namespace VpcMirrorOperator.Manifests;

/// <summary>Reads one Kubernetes object: one of our kinds, a <c>List</c> of objects, or something else to skip.</summary>
/// <param name="kinds">Our kinds.</param>
/// <param name="errors">Where errors of the file go.</param>
internal sealed class DocumentReader(IReadOnlyList<IManifestKind> kinds, ManifestErrors errors)
{
    private const string Group = "vpcmirror.io/";
    private static readonly string[] Known = ["apiVersion", "kind", "metadata", "spec", "status"];

    private string Kinds => string.Join(" or ", kinds.Select(kind => kind.Kind));

    private string Versions => string.Join(" or ", kinds.Select(kind => kind.GroupVersion).Distinct());

    /// <summary>The objects of a document with their places.</summary>
    public IEnumerable<PlacedObject> Read(YamlValue document)
    {
        if (document is YamlScalar scalar && YamlScalarKind.Of(scalar) == ScalarKind.Null) return [];
        if (document is not YamlMap map)
        {
            errors.Add(
                document.Mark, "", $"a manifest must be a mapping, not {document.Description}", "Start it with apiVersion and kind.");
            return [];
        }

        var (apiVersion, kind) = (TypeField(map, "apiVersion", Versions), TypeField(map, "kind", Kinds));
        if (apiVersion is null || kind is null) return [];
        if (kind == "List" && map.Find("items") is YamlList list) return list.Items.SelectMany(Read);
        return KindOf(map, apiVersion, kind) is { } ours && ReadObject(ours, map) is { } item
            ? [new PlacedObject(ours, item, errors, map.Mark)]
            : [];
    }

    private string? TypeField(YamlMap map, string field, string choice)
    {
        if (map.Find(field) is YamlScalar scalar && YamlScalarKind.Of(scalar) == ScalarKind.Text) return scalar.Text;
        errors.Add(map.Find(field)?.Mark ?? map.Mark, field, "required field is missing or not text", $"Write {field}: {choice}.");
        return null;
    }

    /// <summary>Other kinds are skipped, but a misspelt kind in our own group must not be skipped in silence.</summary>
    private IManifestKind? KindOf(YamlMap map, string apiVersion, string kind)
    {
        if (!apiVersion.StartsWith(Group, StringComparison.Ordinal))
        {
            errors.Notice(map.Mark, $"skipped {kind} of {apiVersion}: not of the group vpcmirror.io");
            return null;
        }

        var ours = kinds.FirstOrDefault(one => one.Kind == kind);
        var supported = ours is null ? kinds.Any(one => one.GroupVersion == apiVersion) : ours.GroupVersion == apiVersion;
        if (!supported)
            errors.Add(
                map.Find("apiVersion")!.Mark, "apiVersion", $"\"{apiVersion}\" is not supported",
                $"Write {ours?.GroupVersion ?? Versions}.");
        if (ours is null)
            errors.Add(map.Find("kind")!.Mark, "kind", $"\"{kind}\" is not a kind of {Versions}", $"Write {Kinds}.");
        return supported ? ours : null;
    }

    private IResource? ReadObject(IManifestKind kind, YamlMap map)
    {
        var before = errors.Count;
        var reader = new MapReader(map, "", errors, Known);
        if (reader.Value("metadata") is null) reader.Missing("metadata", "Add metadata with a name.");
        if (reader.Value("spec") is null) reader.Missing("spec", kind.SpecRemedy);
        var metadata = reader.Map("metadata") is { } m ? MetadataReader.Read(m, errors) : new ObjectMeta();
        var item = reader.Map("spec") is { } spec ? kind.Read(metadata, spec, errors) : null;
        return errors.Count > before ? null : item;
    }
}
