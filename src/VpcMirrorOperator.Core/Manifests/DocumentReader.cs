using VpcMirrorOperator.Api.TrafficMirrorSessions;

namespace VpcMirrorOperator.Manifests;

/// <summary>Reads one Kubernetes object: a session, a <c>List</c> of objects, or something else to skip.</summary>
internal static class DocumentReader
{
    private const string Group = "vpcmirror.io/";
    private static readonly string[] Known = ["apiVersion", "kind", "metadata", "spec", "status"];

    /// <summary>The sessions of a document with their places.</summary>
    public static IEnumerable<(TrafficMirrorSession Session, YamlMark Mark)> Read(YamlValue document, ManifestErrors errors)
    {
        if (document is YamlScalar scalar && YamlScalarKind.Of(scalar) == ScalarKind.Null) return [];
        if (document is not YamlMap map)
        {
            errors.Add(
                document.Mark, "", $"a manifest must be a mapping, not {document.Description}", "Start it with apiVersion and kind.");
            return [];
        }

        var (apiVersion, kind) = (TypeField(map, "apiVersion", errors), TypeField(map, "kind", errors));
        if (apiVersion is null || kind is null) return [];
        if (kind == "List" && map.Find("items") is YamlList list) return list.Items.SelectMany(item => Read(item, errors));
        return IsOurs(map, apiVersion, kind, errors) && ReadSession(map, errors) is { } session ? [(session, map.Mark)] : [];
    }

    private static string? TypeField(YamlMap map, string field, ManifestErrors errors)
    {
        if (map.Find(field) is YamlScalar scalar && YamlScalarKind.Of(scalar) == ScalarKind.Text) return scalar.Text;
        errors.Add(map.Find(field)?.Mark ?? map.Mark, field, "required field is missing or not text",
            field == "kind" ? $"Write kind: {TrafficMirrorSession.KindName}." : $"Write apiVersion: {TrafficMirrorSession.GroupVersion}.");
        return null;
    }

    /// <summary>Other kinds are skipped, but a misspelt kind in our own group must not be skipped in silence.</summary>
    private static bool IsOurs(YamlMap map, string apiVersion, string kind, ManifestErrors errors)
    {
        if (!apiVersion.StartsWith(Group, StringComparison.Ordinal))
        {
            errors.Notice(map.Mark, $"skipped {kind} of {apiVersion}: not of the group vpcmirror.io");
            return false;
        }

        var supported = apiVersion == TrafficMirrorSession.GroupVersion;
        if (!supported)
            errors.Add(
                map.Find("apiVersion")!.Mark, "apiVersion", $"\"{apiVersion}\" is not supported",
                $"Write {TrafficMirrorSession.GroupVersion}.");
        if (kind == TrafficMirrorSession.KindName) return supported;
        errors.Add(
            map.Find("kind")!.Mark, "kind", $"\"{kind}\" is not a kind of {TrafficMirrorSession.GroupVersion}",
            $"Write {TrafficMirrorSession.KindName}.");
        return false;
    }

    private static TrafficMirrorSession? ReadSession(YamlMap map, ManifestErrors errors)
    {
        var before = errors.Count;
        var reader = new MapReader(map, "", errors, Known);
        if (reader.Value("metadata") is null) reader.Missing("metadata", "Add metadata with a name.");
        if (reader.Value("spec") is null) reader.Missing("spec", "Add spec with regionId, trafficMirrorSessionId and sourceIds.");
        var metadata = reader.Map("metadata") is { } m ? MetadataReader.Read(m, errors) : null;
        var spec = reader.Map("spec") is { } s ? SpecReader.Read(s, errors) : null;
        return metadata is null || spec is null || errors.Count > before ? null : new TrafficMirrorSession
        {
            Metadata = metadata,
            Spec = spec,
        };
    }
}
