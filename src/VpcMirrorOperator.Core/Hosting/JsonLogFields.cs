using System.Globalization;
using System.Text.Json;

namespace VpcMirrorOperator.Hosting;

/// <summary>The values of a log line as JSON: numbers and booleans as such, lists of strings as arrays, all else as text.</summary>
internal static class JsonLogFields
{
    /// <summary>More elements of a list are counted, not written: a line has a bounded length. A batch has fewer.</summary>
    public const int MaxListed = 100;

    public static void Write(Utf8JsonWriter json, IEnumerable<KeyValuePair<string, object?>> fields)
    {
        foreach (var (name, value) in fields) Write(json, NameOf(name), value);
    }

    /// <summary>A parameter that is named by a keyword comes with its escape, and with a small letter.</summary>
    private static string NameOf(string name) =>
        name.StartsWith('@') && name.Length > 1 ? $"{char.ToUpperInvariant(name[1])}{name[2..]}" : name;

    private static void Write(Utf8JsonWriter json, string name, object? value)
    {
        switch (value)
        {
            case null: json.WriteNull(name); break;
            case bool flag: json.WriteBoolean(name, flag); break;
            case int number: json.WriteNumber(name, number); break;
            case long number: json.WriteNumber(name, number); break;
            case double number when double.IsFinite(number): json.WriteNumber(name, number); break;
            case string text: json.WriteString(name, text); break;
            case IReadOnlyCollection<string> list: WriteList(json, name, list); break;
            default: json.WriteString(name, Convert.ToString(value, CultureInfo.InvariantCulture)); break;
        }
    }

    private static void WriteList(Utf8JsonWriter json, string name, IReadOnlyCollection<string> list)
    {
        json.WriteStartArray(name);
        foreach (var text in list.Take(MaxListed)) json.WriteStringValue(text);
        if (list.Count > MaxListed)
            json.WriteStringValue(string.Create(CultureInfo.InvariantCulture, $"and {list.Count - MaxListed} more"));
        json.WriteEndArray();
    }
}
