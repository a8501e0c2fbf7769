using System.Text;

namespace VpcMirrorOperator.Emulator.Wire;

/// <summary>A request with its parameters decoded, from the query and from a form body alike.</summary>
internal sealed class WireRequest
{
    private WireRequest(EmulatorRequest raw)
    {
        Raw = raw;
        foreach (var (name, value) in raw.Headers)
            Headers[name] = Headers.TryGetValue(name, out var first) ? $"{first},{value}" : value;
        (Path, Query) = RequestTarget.Parse(raw.Target);
        Form = IsForm ? [.. PercentEncoding.DecodePairs(Encoding.UTF8.GetString(raw.Body.Span))] : [];
    }

    internal EmulatorRequest Raw { get; }

    internal Dictionary<string, string> Headers { get; } = new(StringComparer.OrdinalIgnoreCase);

    internal string Path { get; }

    internal IReadOnlyList<KeyValuePair<string, string>> Query { get; }

    internal IReadOnlyList<KeyValuePair<string, string>> Form { get; }

    internal Dictionary<string, string> Parameters { get; } = new(StringComparer.Ordinal);

    internal string Host => Headers.GetValueOrDefault("host", "");

    /// <summary>The product's name, by the version of its API.</summary>
    internal string Product =>
        Headers.GetValueOrDefault("x-acs-version", Parameters.GetValueOrDefault("Version", "")) == EcsOperation.Version ? "Ecs" : "Vpc";

    /// <summary>Only the V1 protocol has a Format; without it the answer is XML.</summary>
    internal bool WantsXml =>
        Parameters.ContainsKey("Signature")
        && !string.Equals(Parameters.GetValueOrDefault("Format"), "JSON", StringComparison.OrdinalIgnoreCase);

    private bool IsForm =>
        Headers.GetValueOrDefault("content-type", "").StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase);

    /// <summary>Decodes a request. The error is about the whole of it: a wrong method or path, or a parameter given twice.</summary>
    internal static (WireRequest Request, ApiError? Error) Decode(EmulatorRequest raw)
    {
        var request = new WireRequest(raw);
        ApiError? error = null;
        foreach (var (name, value) in request.Query.Concat(request.Form))
        {
            if (!request.Parameters.TryAdd(name, value))
                error ??= CloudErrors.Bad("InvalidParameter", $"The parameter \"{name}\" is given more than once.");
        }

        if (raw.Method is not ("GET" or "POST"))
            error = new(405, "UnsupportedHTTPMethod", "This http method is not supported.");
        return (request, request.Path == "/" ? error : CloudErrors.InvalidApi);
    }
}
