namespace VpcMirrorOperator.Manifests;

/// <summary>
/// Reads the fields of one mapping strictly. A field that is absent, empty or wrong reads as null; the wrong ones (and missing
/// required ones) leave an error.
/// </summary>
internal sealed class MapReader
{
    private readonly YamlMap _map;
    private readonly string _path;
    private readonly ManifestErrors _errors;

    /// <param name="map">The mapping.</param>
    /// <param name="path">Its path, empty for a whole document.</param>
    /// <param name="errors">Where errors go.</param>
    /// <param name="known">The fields it may have.</param>
    public MapReader(YamlMap map, string path, ManifestErrors errors, IReadOnlyList<string> known)
        : this(map, path, errors)
    {
        foreach (var entry in map.Entries.Where(e => !known.Contains(e.Key)))
        {
            var near = NearName.Of(entry.Key, known);
            errors.Add(entry.Mark, PathOf(entry.Key), "unknown field",
                near is null ? $"Remove it; known fields are {string.Join(", ", known)}." : $"Did you mean {near}?");
        }
    }

    /// <summary>A reader of a mapping whose keys are the user's own.</summary>
    private MapReader(YamlMap map, string path, ManifestErrors errors)
    {
        (_map, _path, _errors) = (map, path, errors);
        RefuseDuplicates(map, path, errors);
    }

    public YamlMark Mark => _map.Mark;

    public YamlMark MarkOf(string field) => _map.Find(field)?.Mark ?? _map.Mark;

    public string PathOf(string field) => _path.Length == 0 ? field : $"{_path}.{field}";

    /// <summary>The value, unless it is absent or null.</summary>
    public YamlValue? Value(string field) =>
        _map.Find(field) is { } value && !(value is YamlScalar scalar && YamlScalarKind.Of(scalar) == ScalarKind.Null) ? value : null;

    public string? Text(string field) => Scalar(field, ScalarKind.Text, "text", "Put it in quotes.");

    public string? RequiredText(string field, string remedy)
    {
        if (Value(field) is null) Missing(field, remedy);
        return Text(field);
    }

    public bool? Boolean(string field)
    {
        const string remedy = "Write true or false.";
        var text = Scalar(field, ScalarKind.Boolean, "true or false", remedy);
        if (text is null) return null;
        if (bool.TryParse(text, out var value)) return value;
        Wrong(field, $"must be true or false, not {text}", remedy);
        return null;
    }

    public T? Choice<T>(string field)
        where T : struct, Enum
    {
        if (Text(field) is not { } text) return null;
        // TryParse alone would also take numbers and comma lists.
        if (Enum.GetNames<T>().Contains(text)) return Enum.Parse<T>(text);
        Wrong(field, $"must not be \"{text}\"", $"Allowed values: {string.Join(", ", Enum.GetNames<T>())}.");
        return null;
    }

    public YamlMap? Map(string field) => Typed<YamlMap>(field, "a mapping");

    /// <summary>A mapping from names of the user's own to texts; empty without it. The work grows with its size and no faster.</summary>
    public Dictionary<string, string> Texts(string field)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        if (Map(field) is not { } map) return texts;
        var names = new MapReader(map, PathOf(field), _errors);
        foreach (var entry in map.Entries) texts[entry.Key] = names.Text(entry.Key) ?? "";
        return texts;
    }

    public YamlList? List(string field) => Typed<YamlList>(field, "a list");

    public void Missing(string field, string remedy) => _errors.Add(_map.Mark, PathOf(field), "required field is missing", remedy);

    public void Wrong(string field, string message, string remedy) => _errors.Add(MarkOf(field), PathOf(field), message, remedy);

    public static void RefuseDuplicates(YamlMap map, string path, ManifestErrors errors)
    {
        foreach (var copy in map.Entries.GroupBy(e => e.Key).SelectMany(g => g.Skip(1)))
            errors.Add(copy.Mark, path.Length == 0 ? copy.Key : $"{path}.{copy.Key}", "duplicate key", "Keep one of the two.");
    }

    private T? Typed<T>(string field, string wanted)
        where T : YamlValue
    {
        if (Value(field) is not { } value) return null;
        if (value is not T) Wrong(field, $"must be {wanted}, not {value.Description}", $"Write {wanted}.");
        return value as T;
    }

    private string? Scalar(string field, ScalarKind wanted, string description, string remedy)
    {
        if (Value(field) is not { } value) return null;
        if (value is YamlScalar scalar && YamlScalarKind.Of(scalar) == wanted) return scalar.Text;
        Wrong(field, $"must be {description}, not {value.Description}", value is YamlScalar ? remedy : $"Write {description}.");
        return null;
    }
}
