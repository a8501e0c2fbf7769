using System.Collections.Immutable;
using System.Globalization;

namespace VpcMirrorOperator.Emulator.Wire;

/// <summary>The decoded parameters of a call, with the API's rules for lists, booleans and numbers.</summary>
internal sealed class CallParameters(IReadOnlyDictionary<string, string> values)
{
    /// <summary>Parameters that say how a call is sent, not what it asks for: they differ between a call and its repeat.</summary>
    private static readonly ImmutableHashSet<string> Transport = [
        "AccessKeyId", "Action", "ClientToken", "Format", "SecurityToken", "Signature", "SignatureMethod", "SignatureNonce",
        "SignatureType", "SignatureVersion", "Timestamp", "Version"];

    /// <summary>A parameter's text; null when it is absent or empty.</summary>
    internal string? Text(string name) => values.TryGetValue(name, out var value) && value.Length > 0 ? value : null;

    /// <summary>A list given as <c>Name.1</c>, <c>Name.2</c> and so on, in any order and with gaps.</summary>
    internal ImmutableArray<string> List(string name)
    {
        var prefix = name + ".";
        return [..
            from pair in values
            where pair.Key.StartsWith(prefix, StringComparison.Ordinal) && pair.Value.Length > 0
            let index = Index(pair.Key.AsSpan(prefix.Length))
            where index > 0
            orderby index
            select pair.Value];
    }

    /// <summary>The indexes of a list of objects given as <c>Name.1.Field</c>, in ascending order.</summary>
    internal ImmutableArray<int> Indexes(string name)
    {
        var prefix = name + ".";
        return [..
            values.Keys.Where(key => key.StartsWith(prefix, StringComparison.Ordinal))
                .Select(key => key[prefix.Length..]).Where(rest => rest.Contains('.', StringComparison.Ordinal))
                .Select(rest => Index(rest.AsSpan(0, rest.IndexOf('.', StringComparison.Ordinal))))
                .Where(index => index > 0).Distinct().Order()];
    }

    /// <summary>A boolean in any case, since SDKs differ; null when absent.</summary>
    internal (bool? Value, ApiError? Error) Flag(string name)
    {
        if (Text(name) is not { } text) return (null, null);
        return bool.TryParse(text, out var value) ? (value, null) : (null, CloudErrors.Illegal(name, "it must be true or false"));
    }

    internal (int? Value, ApiError? Error) Number(string name, int least, int most)
    {
        if (Text(name) is not { } text) return (null, null);
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most
            ? (value, null)
            : (null, CloudErrors.Illegal(name, $"it must be between {least} and {most}"));
    }

    /// <summary>Equal for two calls exactly when they ask for the same; <paramref name="except"/> is left out.</summary>
    internal string Fingerprint(params ReadOnlySpan<string> except)
    {
        var left = Transport.Union(except.ToArray());
        return PercentEncoding.Canonical(values.Where(pair => !left.Contains(pair.Key) && pair.Value.Length > 0));
    }

    private static int Index(ReadOnlySpan<char> text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : 0;
}
