using Microsoft.Extensions.Primitives;

namespace VpcMirrorOperator.Hosting.Serving;

/// <summary>Reads the <c>Authorization</c> header (RFC 6750, 2.1).</summary>
internal static class BearerToken
{
    private const string Scheme = "Bearer ";

    /// <summary>The token; null when there is none, or more than one header, or what follows cannot be a token.</summary>
    public static string? Read(StringValues authorization)
    {
        if (authorization is not [{ } header] || !header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)) return null;
        var token = header[Scheme.Length..].Trim(' ');
        return token.Length > 0 && token.All(c => c is > ' ' and <= '~') ? token : null;
    }
}
