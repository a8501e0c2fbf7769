using System.Collections.Immutable;
using VpcMirrorOperator.Emulator.Wire;

namespace VpcMirrorOperator.Emulator.Actions;

/// <summary>Reads the parameters of a call in order and keeps the first error: what is read after it is of no use.</summary>
internal sealed class ParameterReader(CallParameters parameters)
{
    internal CallParameters Parameters => parameters;

    /// <summary>The first thing that is wrong; null for nothing.</summary>
    internal ApiError? Error { get; private set; }

    internal string Required(string name)
    {
        if (parameters.Text(name) is { } text) return text;
        Fail(CloudErrors.Missing(name));
        return "";
    }

    internal string? Text(string name, int longest)
    {
        var text = parameters.Text(name);
        if (text?.Length > longest) Fail(CloudErrors.Illegal(name, $"it must have at most {longest} characters"));
        return text;
    }

    /// <summary>A name or description: it must not look like an address of the web.</summary>
    internal string? Label(string name, int longest)
    {
        var text = Text(name, longest);
        if (text is not null && IsWebAddress(text)) Fail(CloudErrors.Illegal(name, "it must not start with http:// or https://"));
        return text;
    }

    internal int? Number(string name, int least, int most) => Kept(parameters.Number(name, least, most));

    internal int RequiredNumber(string name, int least, int most)
    {
        if (parameters.Text(name) is null) Fail(CloudErrors.Missing(name));
        return Number(name, least, most) ?? 0;
    }

    internal bool? Flag(string name) => Kept(parameters.Flag(name));

    /// <summary>One of a fixed set of words, in the API's spelling.</summary>
    internal T? Word<T>(string name, IReadOnlyDictionary<string, T> words)
        where T : struct
    {
        if (parameters.Text(name) is not { } text) return null;
        if (words.TryGetValue(text, out var value)) return value;
        Fail(CloudErrors.Illegal(name, $"it must be one of {string.Join(", ", words.Keys.Order(StringComparer.Ordinal))}"));
        return null;
    }

    internal ImmutableArray<string> List(string name, int most)
    {
        var items = parameters.List(name);
        if (items.Length > most) Fail(CloudErrors.Illegal(name, $"at most {most} are allowed"));
        return items;
    }

    internal ImmutableArray<string> RequiredList(string name, int most)
    {
        var items = List(name, most);
        if (items.IsEmpty) Fail(CloudErrors.Missing(name));
        return items;
    }

    internal void Fail(ApiError? error) => Error ??= error;

    internal static bool IsWebAddress(string text) =>
        text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    private T? Kept<T>((T? Value, ApiError? Error) read)
        where T : struct
    {
        Fail(read.Error);
        return read.Value;
    }
}
