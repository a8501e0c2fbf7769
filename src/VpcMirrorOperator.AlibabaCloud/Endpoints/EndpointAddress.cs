using VpcMirrorOperator.Foreign;

namespace VpcMirrorOperator.AlibabaCloud.Endpoints;

/// <summary>Reads an endpoint as a user writes it.</summary>
internal static class EndpointAddress
{
    /// <summary>The base address of a host, <c>host:port</c> or URL.</summary>
    /// <exception cref="ArgumentException">Malformed, with a path, or plain HTTP to an address that is not loopback.</exception>
    public static Uri Parse(string text)
    {
        var url = text.Contains("://", StringComparison.Ordinal) ? text : $"https://{text}";
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme is not ("https" or "http") || uri.Host.Length == 0)
            throw new ArgumentException($"endpoint '{Shown(text)}' is not a host, host:port or https URL");
        if (uri.PathAndQuery != "/" || uri.Fragment.Length > 0 || uri.UserInfo.Length > 0)
            throw new ArgumentException($"endpoint '{Shown(text)}' must have no path, query or user name");
        RequireSafe(uri);
        return uri;
    }

    /// <summary>Without a password that somebody wrote into it.</summary>
    private static string Shown(string text) => ForeignText.Clean(text, ForeignText.WordLength);

    /// <summary>Refuses plain HTTP to another machine: keys and tokens would be readable on the way.</summary>
    public static void RequireSafe(Uri uri)
    {
        if (uri.Scheme != Uri.UriSchemeHttps && !uri.IsLoopback)
            throw new ArgumentException(
                $"endpoint '{uri.Authority}' uses plain HTTP, allowed for a loopback address only; use https");
    }
}
